import { FIELDS_WITH_TICK, type FieldWithTick } from '../../company/choices.ts';
import type { Preferences } from '../../messages.ts';
import { fieldLabel } from '../../ui/field-labels.ts';
import { type TextKey, text } from '../../ui/texts.ts';
import { PreferenceSelect } from './preference-select.tsx';
import type { Save } from './preferences-section.tsx';

type Props = {
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
export function Ticks({ ticks, managed, save }: Props) {
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
