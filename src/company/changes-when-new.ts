import type { Company, Field, FieldChange, ISODateTime, Language } from './company.ts';
import { diffCompanies } from './diff.ts';

/** Ticked in a new relation, though a change of them is left to the user: nothing hangs on the values that they replace. */
const TICKED_WHEN_NEW: readonly Field[] = ['enterpriseNumber', 'vatNumber', 'fiscalYearEnd'];

/** What a new relation in this language gets of a company: the diff with a relation in which nothing stands yet. */
export function changesWhenNew(proposed: Company, language: Language): readonly FieldChange[] {
  return diffCompanies(emptyRelation(language, proposed.provenance.retrievedAt), proposed).map((change) => {
    if (!change.writable || !TICKED_WHEN_NEW.includes(change.field)) return change;
    const { reason: _, ...free } = change;
    return { ...free, ticked: true };
  });
}

function emptyRelation(language: Language, retrievedAt: ISODateTime): Company {
  return { language, provenance: { service: 'adminpulse', retrievedAt, paths: {}, unreadable: [] } };
}
