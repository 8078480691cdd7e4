import type { Link } from '../../company/company.ts';
import { dateText } from '../../company/date-text.ts';
import type { ComparedLink } from '../../company/links/compare-links.ts';
import type { LinkOption, LinkOptions } from '../../messages/index.ts';
import { numberText } from '../../ui/numbers.ts';
import { text } from '../../ui/texts.ts';
import { LinkChoiceFields } from './link-choice-fields.tsx';
import type { LinksPanelProps } from './link-choices.ts';
import { firstChoice, isAddable, type LinkChoice } from './link-choices.ts';
import { matchText, partyName, roleText, shareText } from './link-texts.ts';

type Props = LinksPanelProps & {
  readonly options: LinkOptions | undefined;
  readonly selected: readonly string[];
  readonly onSelect: (key: string) => void;
};

/** Each link with its role, since when, the share, and how it stands on the two sides. */
export function LinkRows({ links, selected, options, choices, mayChoose, onChoose, onSelect }: Props) {
  return (
    <table class="link-rows" aria-label={text('fieldLinkedRelations')}>
      <thead>
        <tr>
          <td class="tick" />
          <th scope="col">{text('linkColumnWho')}</th>
          <th scope="col">{text('linkColumnRole')}</th>
          <th scope="col">{text('linkColumnSince')}</th>
          <th scope="col">{text('linkColumnShare')}</th>
          <th scope="col">{text('linkColumnMatch')}</th>
        </tr>
      </thead>
      <tbody>
        {links.map((link) => {
          const option = options?.links.find(({ key }) => key === link.key);
          return (
            <LinkRow
              key={link.key}
              link={link}
              option={option}
              options={options}
              choice={choices.get(link.key)}
              mayChoose={mayChoose && isAddable(link)}
              isSelected={selected.includes(link.key)}
              onSelect={() => onSelect(link.key)}
              onChoose={(choice) => onChoose(link.key, choice)}
            />
          );
        })}
      </tbody>
    </table>
  );
}

type RowProps = {
  readonly link: ComparedLink;
  readonly option: LinkOption | undefined;
  readonly options: LinkOptions | undefined;
  readonly choice: LinkChoice | undefined;
  readonly mayChoose: boolean;
  readonly isSelected: boolean;
  readonly onSelect: () => void;
  readonly onChoose: (choice: LinkChoice | undefined) => void;
};

function LinkRow({ link, option, options, choice, mayChoose, isSelected, onSelect, onChoose }: RowProps) {
  const { key, match, openthebox, adminpulse } = link;
  const side = openthebox ?? adminpulse ?? {};
  const name = partyName(adminpulse?.name ? adminpulse : side);
  const share = side.share;
  const selectRow = ({ target }: Event) => {
    // A checkbox that is drawn anew in the middle of its click is as it was before: its own row leaves it alone.
    if (!(target instanceof HTMLInputElement)) onSelect();
  };
  return (
    <>
      {/* By keyboard, the party's name is a button that does the same. */}
      <tr data-link={key} data-match={match} class={isSelected ? 'selected' : ''} onClick={selectRow}>
        <td class="tick">
          {mayChoose && (
            <input
              type="checkbox"
              aria-label={text('linkAdd', name)}
              checked={choice !== undefined}
              disabled={option === undefined}
              onChange={(event) => onChoose(event.currentTarget.checked ? firstChoice(option, options) : undefined)}
            />
          )}
        </td>
        <th scope="row">
          <button type="button" class="link party" aria-pressed={isSelected} onClick={onSelect}>
            <bdi>{name}</bdi>
          </button>
          <PartyNotes link={link} />
        </th>
        <td>{roleText(side)}</td>
        <td>
          {side.since && dateText(side.since)}
          {side.until && <small>{text('linkUntil', dateText(side.until))}</small>}
        </td>
        <td>{share !== undefined && shareText(share)}</td>
        <td class="match">{matchText(match)}</td>
      </tr>
      {choice !== undefined && mayChoose && (
        <tr class="link-choice">
          <td class="tick" />
          <td colSpan={5}>
            <LinkChoiceFields name={name} option={option} options={options} choice={choice} onChoose={onChoose} />
          </td>
        </tr>
      )}
    </>
  );
}

/** What tells the party from others of its name, and through whom it acts. */
function PartyNotes({ link: { openthebox, adminpulse, actsFor, candidates = [] } }: { readonly link: ComparedLink }) {
  const number = openthebox?.enterpriseNumber ?? adminpulse?.enterpriseNumber;
  const facts = [
    number === undefined ? openthebox?.foreignNumber : numberText(number),
    adminpulse?.name === undefined ? undefined : adminpulse.relationCode,
    ...candidates.map(candidateText),
  ].filter((fact) => fact !== undefined);
  const persons = openthebox?.representatives?.map(({ name }) => name ?? text('linkUnnamed')).join(', ');
  return (
    <>
      {facts.length > 0 && <small>{facts.join(' · ')}</small>}
      {persons && <small>{text('linkRepresented', persons)}</small>}
      {actsFor !== undefined && <small>{text('linkActsFor', actsFor)}</small>}
    </>
  );
}

/** A candidate of AdminPulse by its code; openthebox's have only the name that the row has. */
const candidateText = ({ relationCode }: Link) => relationCode;
