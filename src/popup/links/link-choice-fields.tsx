import { useId } from 'preact/hooks';
import type { LinkOption, LinkOptions, LinkTarget, LinkTypeOption, PersonNames } from '../../messages/index.ts';
import { SelectField, type SelectOption } from '../../ui/select-field.tsx';
import { text } from '../../ui/texts.ts';
import { type LinkChoice, withNew } from './link-choices.ts';
import { meaningText } from './link-texts.ts';

type Props = {
  /** The party's name: several links may be open at once. */
  readonly name: string;
  readonly option: LinkOption | undefined;
  readonly options: LinkOptions | undefined;
  readonly choice: LinkChoice;
  readonly onChoose: (choice: LinkChoice) => void;
};

/** What a ticked link becomes: its type, the relation that it leads to, and what a relation that is made first needs. */
export function LinkChoiceFields({ name, option, options, choice, onChoose }: Props) {
  const { targets = [], mayCreate } = option ?? {};
  return (
    <div class="link-fields">
      <Choice
        label={text('linkChooseType')}
        name={name}
        value={choice.type}
        options={(options?.types ?? []).map((type) => ({ value: type.type, label: typeText(type) }))}
        onChange={(type) => onChoose(changed(choice, { type }))}
      />
      {targets.length === 0 && mayCreate === undefined ? (
        <small>{text('linkNoTarget')}</small>
      ) : (
        <Choice
          label={text('linkTarget')}
          name={name}
          value={choice.target === null ? CREATE : choice.target}
          options={[
            ...targets.map(targetOption),
            ...(mayCreate ? [{ value: CREATE, label: text(CREATE_LABELS[mayCreate]) }] : []),
          ]}
          onChange={(target) => {
            if (target === CREATE) return onChoose(withNew(choice, option, options));
            const { status: _, person: __, ...rest } = choice;
            onChoose(changed(rest, { target }));
          }}
        />
      )}
      {choice.target === null && options?.otherStatus === undefined && (
        <Choice
          label={text('linkStatus')}
          name={name}
          value={choice.status}
          options={(options?.statuses ?? []).map(({ status, examples }) => ({
            value: status,
            label: text('linkStatusOption', status, examples.join(', ')),
          }))}
          onChange={(status) => onChoose(changed(choice, { status }))}
        />
      )}
      {choice.target === null && choice.person && (
        <Names person={choice.person} onChange={(person) => onChoose({ ...choice, person })} />
      )}
    </div>
  );
}

/** The value of the option that makes a relation; no relation has a code like this. */
const CREATE = '+';
const CREATE_LABELS = { company: 'linkCreateCompany', person: 'linkCreatePerson' } as const;

function targetOption({ code, name, customerCode }: LinkTarget): SelectOption {
  const facts = [code, name, customerCode && text('customerCode', customerCode)];
  return { value: code, label: facts.filter(Boolean).join(' · ') };
}

/** The choice with one part chosen, or no longer. */
function changed(choice: LinkChoice, part: { readonly [K in keyof LinkChoice]?: string | undefined }): LinkChoice {
  return Object.fromEntries(Object.entries({ ...choice, ...part }).filter(([, value]) => value !== undefined));
}

function typeText({ type, means, inUse }: LinkTypeOption): string {
  if (means === undefined) return text('linkType', type);
  return text(inUse ? 'linkTypeUsed' : 'linkTypeUnused', meaningText(means), type);
}

type ChoiceProps = {
  readonly label: string;
  readonly name: string;
  readonly value: string | undefined;
  readonly options: readonly SelectOption[];
  /** Undefined where nothing is chosen. */
  readonly onChange: (value: string | undefined) => void;
};

function Choice({ label, name, value = '', options, onChange }: ChoiceProps) {
  return (
    <div class="link-field">
      <SelectField
        label={
          <>
            {label} <span class="hidden">{name}</span>
          </>
        }
        value={value}
        options={[{ value: '', label: text('linkChoose') }, ...options]}
        onChange={(chosen) => onChange(chosen || undefined)}
      />
    </div>
  );
}

type NamesProps = { readonly person: PersonNames; readonly onChange: (person: PersonNames) => void };

/** Where a first name ends is not always what it seems: the user sees both names before the person is made. */
function Names({ person, onChange }: NamesProps) {
  const ids = { firstName: useId(), lastName: useId() };
  const part = (key: keyof PersonNames, label: string) => (
    <div class="link-field">
      <label for={ids[key]}>{label}</label>
      <input
        id={ids[key]}
        value={person[key]}
        onInput={({ currentTarget }) => onChange({ ...person, [key]: currentTarget.value })}
      />
    </div>
  );
  return (
    <>
      {part('lastName', text('linkLastName'))}
      {part('firstName', text('linkFirstName'))}
    </>
  );
}
