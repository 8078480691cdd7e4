import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { FIELDS, type Field, type Value } from '../../company/company.ts';
import type { CompanyCard, RelationsOf } from '../../messages/index.ts';
import { copyText } from '../../ui/clipboard.ts';
import { fieldLabel } from '../../ui/field-labels.ts';
import { text } from '../../ui/texts.ts';
import { valueLines } from '../changes/change-values.tsx';
import { LinkList } from '../links/link-list.tsx';
import { RegisterStatusTag } from '../register-status.tsx';
import { VatCheck } from './vat-check.tsx';

type Props = {
  readonly card: CompanyCard;
  /** Undefined where it is not known. */
  readonly relations: RelationsOf[string] | undefined;
  readonly vatAsked: string | undefined;
  readonly onVatAsked: (vatNumber: string | undefined) => void;
  readonly announce: (sentence: string) => void;
};

/** The ten fields of a company, how it stands, and its relations in AdminPulse. */
export function CardFields({ card, relations, vatAsked, onVatAsked, announce }: Props) {
  return (
    <dl class="card-fields" aria-label={text('cardFields')}>
      {relations !== undefined && (
        <Row label={text('cardRelations')}>
          {relations.length === 0 ? <Absent>{text('cardNoRelation')}</Absent> : <Relations relations={relations} />}
        </Row>
      )}
      {card.registerStatus !== undefined && (
        <Row label={text('cardSituation')}>
          <RegisterStatusTag status={card.registerStatus} />
        </Row>
      )}
      {FIELDS.map((field) => (
        <Row key={field} field={field} label={fieldLabel(field)}>
          <FieldValue field={field} card={card} announce={announce} />
          {field === 'vatNumber' && (
            <VatCheck
              key={card.enterpriseNumber}
              vatNumber={`BE${card.enterpriseNumber}`}
              asked={vatAsked}
              onAsked={onVatAsked}
              announce={announce}
            />
          )}
        </Row>
      ))}
    </dl>
  );
}

type RowProps = { readonly label: string; readonly field?: Field; readonly children: ComponentChildren };

function Row({ label, field, children }: RowProps) {
  return (
    <div data-field={field}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Absent({ children }: { readonly children: ComponentChildren }) {
  return <span class="absent">{children}</span>;
}

function Relations({ relations }: { readonly relations: RelationsOf[string] }) {
  return (
    <ul>
      {relations.map(({ code, name }) => (
        <li key={code}>
          {code} <bdi>{name}</bdi>
        </li>
      ))}
    </ul>
  );
}

type ValueProps = { readonly field: Field; readonly card: CompanyCard; readonly announce: (sentence: string) => void };

function FieldValue({ field, card, announce }: ValueProps) {
  const value = card.values[field];
  if (Array.isArray(value)) return <LinkList links={value} />;
  const lines = valueLines(field, value);
  if (lines.length === 0) return <Absent>{absence(field, card)}</Absent>;
  const content = COPIED[field]?.(value, lines);
  return (
    <>
      <span>
        {lines.map((line) => (
          <bdi key={line} class="line">
            {line}
          </bdi>
        ))}
      </span>
      {content !== undefined && <CopyButton label={fieldLabel(field)} content={content} announce={announce} />}
    </>
  );
}

function absence(field: Field, { unreadable }: CompanyCard): string {
  if (unreadable.includes(field)) return text('valueUnknown');
  return text(field === 'vatNumber' ? 'vatNotImplied' : 'valueNotInOpenthebox');
}

/** What can be copied, as other programs take it. */
const COPIED: Partial<Record<Field, (value: Value | undefined, lines: readonly string[]) => string>> = {
  enterpriseNumber: (_value, lines) => lines.join(),
  vatNumber: (value) => `BE${String(value)}`,
  address: (_value, lines) => lines.join('\n'),
};

type CopyButtonProps = {
  /** What is copied, by name. */
  readonly label: string;
  readonly content: string;
  readonly announce: (sentence: string) => void;
};

/** Copies a value, and says so. */
function CopyButton({ label, content, announce }: CopyButtonProps) {
  const [isDone, setDone] = useState(false);
  const copy = async () => {
    const isCopied = await copyText(content);
    setDone(isCopied);
    announce(isCopied ? text('copied', content) : text('copyFailed'));
  };
  return (
    <button
      type="button"
      class={`copy ${isDone ? 'done' : ''}`}
      aria-label={text('copyField', label)}
      title={text('copyField', label)}
      onClick={() => void copy()}
      onBlur={() => setDone(false)}
    />
  );
}
