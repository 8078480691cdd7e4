import { useId, useState } from 'preact/hooks';
import { FIELDS_WITH_TICK, type FieldWithTick } from '../../company/choices.ts';
import type { Preferences } from '../../messages/index.ts';
import { fieldLabel } from '../../ui/field-labels.ts';
import { SelectField, type SelectOption } from '../../ui/select-field.tsx';
import { type TextKey, text } from '../../ui/texts.ts';
import { ManagedNote } from '../settings-notices.tsx';
import type { Save } from './use-preferences.ts';

type Props<T extends string> = {
  readonly label: string;
  readonly help?: string;
  readonly options: readonly SelectOption<T>[];
  readonly value: T;
  readonly managed: boolean;
  readonly onChange: (value: T) => void;
};

/** One of a few values, saved when it is chosen. */
export function PreferenceSelect<T extends string>({ help, managed, ...select }: Props<T>) {
  const id = useId();
  const [helpId, noteId] = [`${id}-help`, `${id}-note`];
  const describedBy = [help && helpId, managed && noteId].filter(Boolean).join(' ');
  return (
    <div class="field">
      <SelectField {...select} disabled={managed} describedBy={describedBy || undefined} />
      {managed && <ManagedNote id={noteId} />}
      {help !== undefined && <small id={helpId}>{help}</small>}
    </div>
  );
}

/** As the worker accepts them. */
const MAX_HISTORY_MONTHS = 120;

type HistoryMonthsProps = { readonly months: number; readonly managed: boolean; readonly save: Save };

/** A whole number, saved when the field is left or Enter is pressed. */
export function HistoryMonths({ months, managed, save }: HistoryMonthsProps) {
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
        max={MAX_HISTORY_MONTHS}
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
          {text('preferenceHistoryRefused', MAX_HISTORY_MONTHS)}
        </p>
      )}
    </div>
  );
}

type TicksProps = {
  readonly ticks: Preferences['ticks'];
  readonly managed: readonly FieldWithTick[];
  readonly save: Save;
};

/** What the product ticks by itself. */
const DEFAULTS: Readonly<Record<FieldWithTick, TextKey>> = {
  name: 'preferenceTickDefaultOften',
  legalForm: 'preferenceTickDefaultOften',
  website: 'preferenceTickDefaultMissing',
  address: 'preferenceTickDefaultOften',
  phone: 'preferenceTickDefaultMissing',
  incorporationDate: 'preferenceTickDefaultMissing',
  fiscalYearEnd: 'preferenceTickDefaultNever',
};

/** What a select's value means for a field. */
const TICKS: Readonly<Record<string, boolean | null>> = { default: null, always: true, never: false };

/** The default tick of each field that may have one. */
export function Ticks({ ticks, managed, save }: TicksProps) {
  return (
    <fieldset class="ticks" aria-describedby="ticks-help">
      <legend>{text('preferenceTicks')}</legend>
      <small id="ticks-help">{text('preferenceTicksHelp')}</small>
      <div class="tick-fields">
        {FIELDS_WITH_TICK.map((field) => (
          <PreferenceSelect
            key={field}
            label={fieldLabel(field)}
            options={optionsOf(field)}
            value={nameOf(ticks[field])}
            managed={managed.includes(field)}
            onChange={(value) => save(fieldLabel(field), { ticks: { [field]: TICKS[value] ?? null } })}
          />
        ))}
      </div>
    </fieldset>
  );
}

function optionsOf(field: FieldWithTick) {
  return [
    { value: 'default', label: text(DEFAULTS[field]) },
    { value: 'always', label: text('preferenceTickAlways') },
    { value: 'never', label: text('preferenceTickNever') },
  ];
}

function nameOf(tick: boolean | undefined): string {
  return tick === undefined ? 'default' : tick ? 'always' : 'never';
}
