import type { Company, Field, FieldChange, Service } from '../../company/company.ts';
import { FIELDS } from '../../company/company.ts';
import type { ChosenPaths } from '../../schema/chosen-paths.ts';
import type { Outcome } from '../relations/doubt.ts';
import type { InferredPlaces } from '../relations/inferred-places.ts';
import type { Observed } from '../relations/place-watch.ts';
import type { ReadRelation } from '../relations/relation.ts';

/** Both sides of a review as they were read, and by what. */
export type Read = {
  readonly relation: ReadRelation;
  readonly proposed: Company;
  readonly changes: readonly FieldChange[];
  readonly inferred: InferredPlaces;
  readonly chosen: Readonly<Record<Service, ChosenPaths>>;
  /** Without credentials openthebox may say less. */
  readonly anonymous: boolean;
};

/** What a review saw at the places that are known by values. Where the user chose a path, or a known name was read, nothing. */
export function observedPlaces(read: Read): Observed {
  return {
    adminpulse: ofFields((field) => isWatched('adminpulse', field, read) && inRelation(field, read)),
    openthebox: ofFields((field) => isWatched('openthebox', field, read) && inCompany(field, read)),
  };
}

function ofFields(outcomeOf: (field: Field) => Outcome | false | undefined) {
  return Object.fromEntries(
    FIELDS.flatMap((field) => {
      const outcome = outcomeOf(field);
      return outcome ? [[field, outcome]] : [];
    }),
  );
}

function isWatched(service: Service, field: Field, { inferred, chosen }: Read): boolean {
  return inferred[service][field] !== undefined && chosen[service][field] === undefined;
}

function inRelation(field: Field, { relation, changes }: Read): Outcome {
  return relation.readings[field]?.value === undefined ? 'nothing' : comparedOf(field, changes);
}

/** A fact that stands elsewhere, as the end of the year in the annual accounts, was not read at the place. */
function inCompany(field: Field, { proposed, changes, anonymous }: Read): Outcome | undefined {
  if (proposed.provenance.paths[field]?.startsWith('$')) return comparedOf(field, changes);
  return anonymous ? undefined : 'nothing';
}

const COMPARED: Partial<Readonly<Record<FieldChange['verdict'], Outcome>>> = {
  same: 'agrees',
  spelling: 'agrees',
  different: 'differs',
};

/** Links are added to those that there are: that some are missing says nothing of their place. */
function comparedOf(field: Field, changes: readonly FieldChange[]): Outcome {
  const row = field === 'linkedRelations' ? undefined : changes.find((change) => change.field === field);
  return (row && COMPARED[row.verdict]) ?? 'alone';
}
