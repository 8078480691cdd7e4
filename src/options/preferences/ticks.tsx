import { FIELDS_WITH_TICK, type FieldWithTick } from '../../company/choices.ts';
import type { Preferences } from '../../messages.ts';
import { fieldLabel } from '../../ui/field-labels.ts';
import { text } from '../../ui/texts.ts';
import { PreferenceSelect } from './preference-select.tsx';
import type { Save } from './preferences-section.tsx';

type Props = {
  readonly ticks: Preferences['ticks'];
  readonly managed: readonly FieldWithTick[];
  readonly save: Save;
};

/** What a select's value means for a field. */
const TICKS: Readonly<Record<string, boolean | null>> = { default: null, always: true, never: false };

/** The default tick of each field that may have one. */
export function Ticks({ ticks, managed, save }: Props) {
  const options = [
    { value: 'default', label: text('preferenceTickDefault') },
    { value: 'always', label: text('preferenceTickAlways') },
    { value: 'never', label: text('preferenceTickNever') },
  ];
  return (
    <fieldset class="ticks" aria-describedby="ticks-help">
      <legend>{text('preferenceTicks')}</legend>
      <small id="ticks-help">{text('preferenceTicksHelp')}</small>
      <div class="tick-fields">
        {FIELDS_WITH_TICK.map((field) => (
          <PreferenceSelect
            key={field}
            label={fieldLabel(field)}
            options={options}
            value={nameOf(ticks[field])}
            managed={managed.includes(field)}
            onChange={(value) => save(fieldLabel(field), { ticks: { [field]: TICKS[value] ?? null } })}
          />
        ))}
      </div>
    </fieldset>
  );
}

function nameOf(tick: boolean | undefined): string {
  return tick === undefined ? 'default' : tick ? 'always' : 'never';
}
