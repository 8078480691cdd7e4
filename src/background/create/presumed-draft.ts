import { isPresumedTerm } from '../../adminpulse/new-relation.ts';
import type { OfficeProfile } from '../../adminpulse/office-schema.ts';
import type { FieldChange, Language } from '../../company/company.ts';
import { TERMS } from '../../messages/creation-state.ts';
import type { Draft } from '../../messages/index.ts';

/** The draft by what is presumed now: such a field is shown and not written, and such a term has to be confirmed first. */
export function withPresumed(draft: Draft, profile: OfficeProfile): Draft {
  const { presumed: _, ...others } = draft;
  const isNeeded = (term: (typeof TERMS)[number]) => term !== 'since' || draft.since;
  const presumed = TERMS.filter((term) => isNeeded(term) && isPresumedTerm(term, profile));
  const rows = (language: Language) => draft.changes[language].map((row) => asPresumed(row, profile));
  const changes = { nl: rows('nl'), fr: rows('fr'), de: rows('de'), en: rows('en') };
  return { ...others, changes, ...(presumed.length > 0 && { presumed }) };
}

function asPresumed(row: FieldChange, { choices }: OfficeProfile): FieldChange {
  if (!row.writable || !choices?.presumed?.includes(row.field)) return row;
  return { ...row, writable: false, ticked: false, reason: 'reasonPresumed' };
}
