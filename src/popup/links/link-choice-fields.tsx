import { useId } from 'preact/hooks';
import type { LinkOption, LinkOptions, LinkTypeOption, PersonNames } from '../../messages/index.ts';
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
      <Select
        label={text('linkChooseType')}
        name={name}
        value={choice.type}
        options={(options?.types ?? []).map((type) => [type.type, typeText(type)])}
        onChange={(type) => onChoose(changed(choice, { type }))}
      />
      {targets.length === 0 && mayCreate === undefined ? (
        <small>{text('linkNoTarget')}</small>
      ) : (
        <Select
          label={text('linkTarget')}
          name={name}
          value={choice.target === null ? CREATE : choice.target}
          options={[
            ...targets.map(({ code, name: own, customerCode }): [string, string] => [
              code,
              [code, own, customerCode && text('customerCode', customerCode)].filter(Boolean).join(' · '),
            ]),
            ...(mayCreate
              ? [[CREATE, text(mayCreate === 'company' ? 'linkCreateCompany' : 'linkCreatePerson')] as const]
              : []),
          ]}
          onChange={(target) => {
            if (target === CREATE) return onChoose(withNew(choice, option, options));
            const { status: _, person: __, ...rest } = choice;
            onChoose(changed(rest, { target }));
          }}
        />
      )}
      {choice.target === null && options?.otherStatus === undefined && (
        <Select
          label={text('linkStatus')}
          name={name}
          value={choice.status}
          options={(options?.statuses ?? []).map(({ status, examples }) => [
            status,
            text('linkStatusOption', status, examples.join(', ')),
          ])}
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

/** The choice with one part chosen, or no longer. */
function changed(choice: LinkChoice, part: { readonly [K in keyof LinkChoice]?: string | undefined }): LinkChoice {
  return Object.fromEntries(Object.entries({ ...choice, ...part }).filter(([, value]) => value !== undefined));
}

function typeText({ type, means, inUse }: LinkTypeOption): string {
  if (means === undefined) return text('linkType', type);
  return text(inUse ? 'linkTypeUsed' : 'linkTypeUnused', meaningText(means), type);
}

type SelectProps = {
  readonly label: string;
  readonly name: string;
  readonly value: string | undefined;
  readonly options: readonly (readonly [value: string, shown: string])[];
  /** Undefined where nothing is chosen. */
  readonly onChange: (value: string | undefined) => void;
};

function Select({ label, name, value, options, onChange }: SelectProps) {
  const id = useId();
  return (
    <label for={id}>
      <span>
        {label} <span class="hidden">{name}</span>
      </span>
      <select id={id} value={value ?? ''} onChange={({ currentTarget }) => onChange(currentTarget.value || undefined)}>
        <option value="">{text('linkChoose')}</option>
        {options.map(([own, shown]) => (
          <option key={own} value={own}>
            {shown}
          </option>
        ))}
      </select>
    </label>
  );
}

type NamesProps = { readonly person: PersonNames; readonly onChange: (person: PersonNames) => void };

/** Where a first name ends is not always what it seems: the user sees both names before the person is made. */
function Names({ person, onChange }: NamesProps) {
  const ids = { firstName: useId(), lastName: useId() };
  const part = (key: keyof PersonNames, label: string) => (
    <label for={ids[key]}>
      {label}
      <input
        id={ids[key]}
        value={person[key]}
        onInput={({ currentTarget }) => onChange({ ...person, [key]: currentTarget.value })}
      />
    </label>
  );
  return (
    <>
      {part('lastName', text('linkLastName'))}
      {part('firstName', text('linkFirstName'))}
    </>
  );
}
