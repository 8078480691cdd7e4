import { useId } from 'preact/hooks';
import { REQUIREMENTS } from '../../messages/creation-state.ts';
import type { CreationAnswers, Draft, Option, Requirement } from '../../messages/index.ts';
import { SelectField } from '../../ui/select-field.tsx';
import { language, plural, text } from '../../ui/texts.ts';
import { REQUIREMENT_LABELS, type Typed } from './answers.ts';

type Props = {
  readonly draft: Draft;
  readonly answers: CreationAnswers;
  readonly disabled: boolean;
  readonly onType: (typed: Typed) => void;
};

/** What AdminPulse asks of a new relation beside the fields that openthebox knows. */
export function CreationForm({ draft, answers, disabled, onType }: Props) {
  const headingId = useId();
  return (
    <section class="creation-form" aria-labelledby={headingId}>
      <h2 id={headingId}>{text('createForm')}</h2>
      <fieldset disabled={disabled}>
        {REQUIREMENTS.map((requirement) => (
          <Choice
            key={requirement}
            requirement={requirement}
            draft={draft}
            value={answers[requirement]}
            onChoose={(id) => onType({ [requirement]: id })}
          />
        ))}
        {draft.person !== undefined && (
          <>
            <Text label={text('createLastName')} value={answers.lastName} onType={(lastName) => onType({ lastName })} />
            <Text
              label={text('createFirstName')}
              value={answers.firstName}
              onType={(firstName) => onType({ firstName })}
            />
          </>
        )}
        {draft.since ? (
          <Text isDate label={text('createSince')} value={answers.since} onType={(since) => onType({ since })} />
        ) : (
          <p class="detail">{text('createSinceUnknown')}</p>
        )}
        {draft.vatPending && (
          <label class="check">
            <input
              type="checkbox"
              checked={answers.vatPending === true}
              onChange={(event) => onType({ vatPending: event.currentTarget.checked })}
            />
            <span>
              {text('createVatPending')} <small>{text('createVatPendingWhy')}</small>
            </span>
          </label>
        )}
      </fieldset>
    </section>
  );
}

type ChoiceProps = {
  readonly requirement: Requirement;
  readonly draft: Draft;
  readonly value: string;
  readonly onChoose: (id: string) => void;
};

function Choice({ requirement, draft, value, onChoose }: ChoiceProps) {
  const noteId = useId();
  const { options } = draft.choices[requirement];
  const label = text(REQUIREMENT_LABELS[requirement]);
  const note = requirement === 'language' && draft.bilingual ? text('createBilingual') : undefined;
  if (options.length === 0) {
    return (
      <p class="field">
        <b>{label}</b> <small class="caution">{text('createNoValue')}</small>
      </p>
    );
  }
  return (
    <div class="field">
      <SelectField
        label={label}
        required
        value={value}
        options={[
          { value: '', label: text('createChoose') },
          ...options.map((option) => ({ value: option.id, label: optionText(option) })),
        ]}
        describedBy={note && noteId}
        onChange={onChoose}
      />
      {note !== undefined && <small id={noteId}>{note}</small>}
    </div>
  );
}

const KINDS = { company: 'kindCompany', soleProprietor: 'kindSoleProprietor', person: 'kindPerson' } as const;

/** What the value means, as far as that is known, and the value itself; else which relations have it. */
function optionText({ value, means, count, examples }: Option): string {
  if (means !== undefined) {
    const name = means in KINDS ? text(KINDS[means as keyof typeof KINDS]) : languageName(means);
    return name.toLowerCase() === value.toLowerCase() ? name : `${name} (${value})`;
  }
  return count === undefined ? value : `${value} · ${plural('createUse', count, examples.join(', '))}`;
}

function languageName(code: string): string {
  const name = new Intl.DisplayNames(language(), { type: 'language' }).of(code) ?? code;
  return name.charAt(0).toUpperCase() + name.slice(1);
}

type TextProps = {
  readonly label: string;
  readonly value: string | undefined;
  readonly isDate?: boolean;
  readonly onType: (value: string) => void;
};

function Text({ label, value = '', isDate, onType }: TextProps) {
  const id = useId();
  const input = {
    id,
    value,
    autocomplete: 'off',
    onInput: (event: { readonly currentTarget: HTMLInputElement }) => onType(event.currentTarget.value),
  } as const;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {isDate ? <input {...input} type="date" /> : <input {...input} type="text" maxLength={200} />}
    </div>
  );
}
