import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import type { VatCheck as Answer, Failure } from '../../messages/index.ts';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { numberText } from '../../ui/numbers.ts';
import { type TextKey, text } from '../../ui/texts.ts';
import { callWorker } from '../../ui/worker.ts';

/** Asked for when the user first wants the check. */
const VIES = { origins: ['https://ec.europa.eu/*'] };

type Props = {
  /** With its country prefix, without spaces. */
  readonly vatNumber: string;
  /** The number for which the user asked before the popup closed on the browser's question for permission. */
  readonly asked: string | undefined;
  readonly onAsked: (vatNumber: string | undefined) => void;
  readonly announce: (sentence: string) => void;
};

type State =
  | { readonly phase: 'idle' | 'asking' | 'denied' }
  | { readonly phase: 'answered'; readonly answer: Answer }
  | { readonly phase: 'failed'; readonly failure: Failure };

/** A button that asks VIES whether a VAT number is active, and what VIES says. */
export function VatCheck({ vatNumber, asked, onAsked, announce }: Props) {
  const [state, setState] = useState<State>({ phase: 'idle' });
  const number = numberText(vatNumber);

  const check = async () => {
    setState({ phase: 'asking' });
    announce(text('vatChecking', number));
    const answer = await callWorker('checkVat', { vatNumber });
    onAsked(undefined);
    if (answer.ok) announce(answerText(answer.value, number));
    setState(answer.ok ? { phase: 'answered', answer: answer.value } : { phase: 'failed', failure: answer.failure });
  };
  const onClick = async () => {
    onAsked(vatNumber);
    // The browser shows its question only while it handles the click: nothing is awaited before.
    if (await browser.permissions.request(VIES)) return check();
    onAsked(undefined);
    setState({ phase: 'denied' });
    announce(text('vatDenied'));
  };
  useEffect(() => {
    if (asked === vatNumber) void browser.permissions.contains(VIES).then((granted) => (granted ? check() : undefined));
  }, []);

  if (state.phase === 'failed') {
    return (
      <div role="alert" class="banner danger">
        <FailureNotice failure={state.failure} onTryAgain={() => void check()} />
      </div>
    );
  }
  return (
    <div class="vat-check">
      {state.phase === 'asking' && <p class="working">{text('vatChecking', number)}</p>}
      {state.phase === 'denied' && <p>{text('vatDenied')}</p>}
      {state.phase === 'answered' && (
        <p class={`vat-answer ${state.answer.result}`}>{answerText(state.answer, number)}</p>
      )}
      {state.phase !== 'asking' && (
        <button type="button" class="link" onClick={() => void onClick()}>
          {text('vatCheck')}
        </button>
      )}
    </div>
  );
}

type Unnamed = Exclude<Answer['result'], 'valid' | 'unclear'>;
const ANSWERS: Readonly<Record<Unnamed, TextKey>> = {
  invalid: 'vatInvalid',
  busy: 'vatBusy',
  unavailable: 'vatUnavailable',
  timeout: 'vatTimeout',
  notTaken: 'vatNotTaken',
};

function answerText(answer: Answer, number: string): string {
  if (answer.result === 'unclear') return text('vatUnclear', number, answer.code);
  if (answer.result !== 'valid') return text(ANSWERS[answer.result], number);
  return answer.name === undefined ? text('vatValid', number) : text('vatValidFor', number, answer.name);
}
