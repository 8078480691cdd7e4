import { useId } from 'preact/hooks';
import { ManagedNote } from '../managed-note.tsx';
import type { Option } from './choices.ts';

type Props = {
  readonly label: string;
  readonly help?: string;
  readonly options: readonly Option[];
  readonly value: string;
  readonly managed: boolean;
  readonly onChange: (value: string) => void;
};

/** One of a few values, saved when it is chosen. */
export function PreferenceSelect({ label, help, options, value, managed, onChange }: Props) {
  const id = useId();
  const [helpId, noteId] = [`${id}-help`, `${id}-note`];
  const describedBy = [help && helpId, managed && noteId].filter(Boolean).join(' ');
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select
        id={id}
        disabled={managed}
        value={value}
        {...(describedBy && { 'aria-describedby': describedBy })}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      {managed && <ManagedNote id={noteId} />}
      {help !== undefined && <small id={helpId}>{help}</small>}
    </div>
  );
}
