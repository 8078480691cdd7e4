import { patchRelation } from '../../adminpulse/patch.ts';
import { otherCompany } from '../../api/errors.ts';
import type { Choices, DoubtedPlace } from '../../company/choices.ts';
import type { Company, FieldChange } from '../../company/company.ts';
import { diffCompanies, sameCompany } from '../../company/diff.ts';
import { juridicalSituation } from '../../company/juridical-situation.ts';
import { compareLinks } from '../../company/links/compare-links.ts';
import type { Comparison } from '../../messages/index.ts';
import { sameJson } from '../../schema/json-path.ts';
import { type ReadRelation, summarise } from '../relations/relation.ts';

/** What the review shows. Throws `otherCompany` when the enterprise numbers of the two sides differ. */
export function compare(relation: ReadRelation, proposed: Company, anonymous: boolean): Comparison {
  if (!sameCompany(relation.company, proposed)) {
    const asked = relation.company.enterpriseNumber ?? relation.company.vatNumber ?? '';
    throw otherCompany('openthebox', asked, proposed.enterpriseNumber ?? proposed.vatNumber ?? '');
  }
  const situation = juridicalSituation(proposed.juridicalSituation);
  const summary = summarise(relation.raw, relation.company.name?.[0]?.value, relation.profile.places);
  const rows = diffCompanies(relation.company, proposed, relation.profile.choices);
  const changes = rows.map((row) => asFarAsWritable(row, relation));
  const doubts = doubtsOf(changes, relation.profile.choices);
  return {
    heading: headingOf(changes) ?? summary.name,
    relation: summary,
    changes,
    ...(doubts.length > 0 && { doubts }),
    ...linksOf(relation.company, proposed),
    ...(situation && { situation: { level: situation.level, code: situation.code } }),
    retrievedAt: proposed.provenance.retrievedAt,
    anonymous,
  };
}

/** Of which rows the place was certain or confirmed before; an equal row says it as well. */
function doubtsOf(changes: readonly FieldChange[], { doubted = [] }: Choices = {}): readonly DoubtedPlace[] {
  return doubted.filter((doubt) => changes.some(({ field }) => field === doubt.field));
}

/** What could not be written in the form in which the relation holds it is shown, with the reason. */
function asFarAsWritable(row: FieldChange, { raw, readings, profile, company }: ReadRelation): FieldChange {
  if (!row.writable || row.field === 'linkedRelations' || row.proposed === undefined) return row;
  const context = { profile, language: company.language ?? 'nl' };
  const patch = patchRelation(raw, readings, { [row.field]: row.proposed }, context);
  return patch.ok ? row : { ...row, writable: false, ticked: false, reason: patch.reason };
}

/** A relation without links has an empty list of them; where the mapping finds none, nothing can be said. */
function linksOf(current: Company, proposed: Company): Pick<Comparison, 'links'> {
  const isKnown = !current.provenance.unreadable.includes('linkedRelations');
  if (!isKnown || !proposed.linkedRelations) return {};
  return { links: compareLinks(current.linkedRelations ?? [], proposed.linkedRelations) };
}

/** The company's name as openthebox has it now, in AdminPulse's spelling where the two are equal. */
function headingOf(changes: readonly FieldChange[]): string | undefined {
  const name = changes.find(({ field }) => field === 'name');
  const isEqual = name?.verdict === 'same' || name?.verdict === 'spelling';
  const value = isEqual ? name.current : (name?.proposed ?? name?.current);
  return typeof value === 'string' ? value : undefined;
}

/**
 * A comparison that was just made, with what is known from the one before: where links were not written, their names, which
 * would cost a call each, stay true; and what the user dismissed stays dismissed.
 */
export function carriedOver(before: Comparison, now: Comparison): Comparison {
  const isLinks = ({ field }: FieldChange) => field === 'linkedRelations';
  const changes = [...now.changes.filter((change) => !isLinks(change)), ...before.changes.filter(isLinks)];
  return withDismissedFields(before, { ...now, changes, ...(before.links && { links: before.links }) });
}

/** As above, with the links as they were just read. */
export function withDismissedFields(before: Comparison, now: Comparison): Comparison {
  const isDismissed = (change: FieldChange) =>
    before.changes.some(
      ({ field, kept, proposed }) => kept && field === change.field && sameJson(proposed, change.proposed),
    );
  const changes = now.changes.map((change) => (isDismissed(change) ? { ...change, kept: true } : change));
  return { ...now, changes, ...(before.made && { made: before.made }) };
}
