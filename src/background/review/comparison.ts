import { sameJson } from '../../api/same-json.ts';
import type { FieldChange } from '../../company/company.ts';
import type { Comparison, FieldOutcome, Review } from '../../messages.ts';
import type { Entry } from '../journal/entry.ts';

/** What is shown of a review, without what belongs to its present state. */
export function comparisonOf(review: Review): Comparison | undefined {
  if (review.phase === 'failed') return review.comparison;
  if (review.phase === 'loading' || review.phase === 'choosing') return undefined;
  const { heading, relation, changes, links, made, situation, retrievedAt, anonymous } = review;
  return {
    heading,
    relation,
    changes,
    ...(links && { links }),
    ...(made && { made }),
    ...(situation && { situation }),
    retrievedAt,
    anonymous,
  };
}

/** What became of the fields of a change that was verified. */
export function outcomeOf(entries: readonly Entry[]): FieldOutcome[] {
  return entries.flatMap(({ fields }) => fields.flatMap(({ field, result }) => (result ? [{ field, result }] : [])));
}

/**
 * A comparison that was just made, with what is known from the one before: where links were not written, their names, which
 * would cost a call each, stay true; and what the user keeps is kept.
 */
export function carriedOver(before: Comparison, now: Comparison): Comparison {
  const isLinks = ({ field }: FieldChange) => field === 'linkedRelations';
  const changes = [...now.changes.filter((change) => !isLinks(change)), ...before.changes.filter(isLinks)];
  return withKeptFields(before, { ...now, changes, ...(before.links && { links: before.links }) });
}

/** As above, with the links as they were just read. */
export function withKeptFields(before: Comparison, now: Comparison): Comparison {
  const isKept = (change: FieldChange) =>
    before.changes.some(
      ({ field, kept, proposed }) => kept && field === change.field && sameJson(proposed, change.proposed),
    );
  const changes = now.changes.map((change) => (isKept(change) ? { ...change, kept: true } : change));
  return { ...now, changes, ...(before.made && { made: before.made }) };
}
