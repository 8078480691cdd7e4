import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

/** A value that can be chosen, and what it is called. No choice is the value ''. */
export type SelectOption<T extends string = string> = { readonly value: T; readonly label: string };

type Props<T extends string> = {
  readonly label: ComponentChildren;
  readonly options: readonly SelectOption<T>[];
  readonly value: T;
  readonly onChange: (value: T) => void;
  readonly required?: boolean;
  readonly disabled?: boolean;
  /** The ids of what is said below the list. */
  readonly describedBy?: string | undefined;
};

/** A labelled list to choose one of a few values from. Where the two stand is the surroundings' to say. */
export function SelectField<T extends string>({ label, options, value, onChange, describedBy, ...rest }: Props<T>) {
  const id = useId();
  return (
    <>
      <label for={id}>{label}</label>
      <select
        id={id}
        value={value}
        aria-describedby={describedBy}
        onChange={({ currentTarget }) => {
          const chosen = options.find((option) => option.value === currentTarget.value);
          if (chosen !== undefined) onChange(chosen.value);
        }}
        {...rest}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </>
  );
}
