import { useId, useState } from 'preact/hooks';
import { plural, text } from '../../ui/texts.ts';
import { OpenedHistory } from './opened-history.tsx';

type Props = {
  /** How long changes are kept; absent until it is known. */
  readonly months: number | undefined;
};

/** What was written to AdminPulse. Nothing is read before somebody wants to see it. */
export function HistorySection({ months }: Props) {
  const [open, setOpen] = useState(location.hash === '#history');
  const id = useId();
  return (
    <section class="card history" aria-labelledby="history">
      <h2 id="history">{text('historyHeading')}</h2>
      <p class="explanation">
        {text('historyIntro')} {months !== undefined && plural('historyKept', months)}
      </p>
      <div class="buttons">
        <button type="button" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
          {text('historyShow')}
        </button>
      </div>
      <div id={id}>{open && <OpenedHistory />}</div>
    </section>
  );
}
