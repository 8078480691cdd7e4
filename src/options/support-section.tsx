import { useEffect, useRef, useState } from 'preact/hooks';
import type { UnexpectedError } from '../messages/index.ts';
import { CopyForSupport } from '../ui/copy-for-support.tsx';
import { age } from '../ui/dates.ts';
import { plural, text } from '../ui/texts.ts';
import { callWorker } from '../ui/worker.ts';

/** The defects of ours that were recorded: how many, when, and the report of them. Nothing where there are none. */
export function SupportSection() {
  const [errors, setErrors] = useState<readonly UnexpectedError[]>([]);
  const [message, setMessage] = useState('');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    void callWorker('getUnexpectedErrors').then((answer) => answer.ok && setErrors(answer.value));
  }, []);
  const clear = async () => {
    const answer = await callWorker('forgetUnexpectedErrors');
    if (!answer.ok) return;
    // The button is about to go, and the focus would go with it.
    heading.current?.focus();
    setErrors([]);
    setMessage(text('supportCleared'));
  };
  const [last] = errors;
  if (last === undefined && message === '') return null;
  return (
    <section class="card" aria-labelledby="support-heading">
      <h2 id="support-heading" ref={heading} tabIndex={-1}>
        {text('supportHeading')}
      </h2>
      <p role="status">{message}</p>
      {last !== undefined && (
        <>
          <p>{plural('supportRecorded', countOf(errors), age(last.at, Date.now()))}</p>
          <p class="explanation">{text('supportNext')}</p>
          <div class="buttons">
            <CopyForSupport announce={setMessage} />
            <button type="button" onClick={() => void clear()}>
              {text('supportClear')}
            </button>
          </div>
        </>
      )}
    </section>
  );
}

const countOf = (errors: readonly UnexpectedError[]) => errors.reduce((sum, { count }) => sum + count, 0);
