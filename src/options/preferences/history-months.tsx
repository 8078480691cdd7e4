import { useId, useState } from 'preact/hooks';
import { text } from '../../ui/texts.ts';
import { ManagedNote } from '../managed-note.tsx';
import type { Save } from './preferences-section.tsx';

/** As the worker accepts them. */
const MOST_MONTHS = 120;

type Props = { readonly months: number; readonly managed: boolean; readonly save: Save };

/** A whole number, saved when the field is left or Enter is pressed. */
export function HistoryMonths({ months, managed, save }: Props) {
  const id = useId();
  const [refused, setRefused] = useState(false);
  const change = (input: HTMLInputElement) => {
    const isWhole = input.validity.valid && input.value !== '';
    setRefused(!isWhole);
    if (isWhole && input.valueAsNumber !== months)
      save(text('preferenceHistory'), { historyMonths: input.valueAsNumber });
  };
  return (
    <div class="field">
      <label for={id}>{text('preferenceHistory')}</label>
      <input
        id={id}
        class="months"
        type="number"
        min={1}
        max={MOST_MONTHS}
        step={1}
        disabled={managed}
        value={months}
        aria-invalid={refused}
        {...((refused || managed) && { 'aria-describedby': `${id}-note` })}
        onChange={({ currentTarget }) => change(currentTarget)}
      />
      {managed && <ManagedNote id={`${id}-note`} />}
      {refused && (
        <p id={`${id}-note`} role="alert" class="refused">
          {text('preferenceHistoryRefused', MOST_MONTHS)}
        </p>
      )}
    </div>
  );
}
