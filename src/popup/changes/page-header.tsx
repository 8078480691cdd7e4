import type { ISODateTime } from '../../company/company.ts';
import { companyPage, numberText } from '../../ui/numbers.ts';
import { text } from '../../ui/texts.ts';
import { Age } from '../age.tsx';

type Props = {
  /** Absent until the worker has answered. */
  readonly enterpriseNumber: string | undefined;
  /** The number stands in its place. */
  readonly heading: string | undefined;
  /** What the window writes to. */
  readonly relation: { readonly code: string; readonly customerCode?: string } | undefined;
  /** When openthebox's values were read. */
  readonly retrievedAt: ISODateTime | undefined;
  /** Reads both services again. Absent where that is not offered now. */
  readonly onRefresh: (() => void) | undefined;
};

/** Whose data this is, and how old. */
export function PageHeader({ enterpriseNumber, heading, relation, retrievedAt, onRefresh }: Props) {
  const number = enterpriseNumber && numberText(enterpriseNumber);
  const page = enterpriseNumber && companyPage(enterpriseNumber);
  return (
    <header class="review-header">
      <div class="identity">
        <h1 tabIndex={-1} data-focus>
          <bdi>{heading ?? number ?? text('extensionName')}</bdi>
        </h1>
        <p class="facts">
          {heading !== undefined && heading !== number && number !== undefined && <span>{number}</span>}
          {relation !== undefined && <span>{relation.code}</span>}
          {relation?.customerCode !== undefined && <span>{text('customerCode', relation.customerCode)}</span>}
        </p>
      </div>
      <div class="source">
        {retrievedAt !== undefined && <Age retrievedAt={retrievedAt} />}
        <span class="source-actions">
          {page !== undefined && (
            <a href={page} target="_blank" rel="noreferrer">
              {text('openInOpenthebox')}
            </a>
          )}
          {onRefresh !== undefined && (
            <button type="button" class="link" onClick={onRefresh}>
              {text('checkAgain')}
            </button>
          )}
        </span>
      </div>
    </header>
  );
}
