import type { Failure } from '../messages/index.ts';
import { copyText } from './clipboard.ts';
import { supportReport } from './support-report.ts';
import { text } from './texts.ts';
import { callWorker } from './worker.ts';

type Props = {
  /** What is on the screen. */
  readonly failure?: Failure;
  readonly announce: (sentence: string) => void;
};

/** Copies what support needs, and says so. Where the worker does not answer, what is on the screen is all that is known. */
export function CopyForSupport({ failure, announce }: Props) {
  const copy = async () => {
    const answer = await callWorker('getUnexpectedErrors');
    const isCopied = await copyText(supportReport(answer.ok ? answer.value : [], failure));
    announce(text(isCopied ? 'supportCopied' : 'copyNotAllowed'));
  };
  return (
    <button type="button" class="link" onClick={() => void copy()}>
      {text('copyForSupport')}
    </button>
  );
}
