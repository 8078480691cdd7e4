import { COMPANY } from '../schema/company-candidates.ts';
import type { Meaning } from '../schema/field-place.ts';
import { CANDIDATES, CONTEXT } from '../schema/relation-candidates.ts';

type Paths = Partial<Readonly<Record<Meaning, readonly string[]>>>;

const pathsOf = (table: Readonly<Record<string, readonly { readonly path: string }[]>>): Paths =>
  Object.fromEntries(
    Object.entries(table).map(([meaning, candidates]) => [meaning, candidates.map(({ path }) => path)]),
  );

const { addressHistory: _, ...company } = COMPANY;

/** The places at which the services are guessed to have their facts. */
const KNOWN: Readonly<Record<'adminpulse' | 'openthebox', Paths>> = {
  adminpulse: {
    ...pathsOf(CANDIDATES),
    code: CONTEXT.code,
    id: CONTEXT.id,
    language: CONTEXT.language,
    endDate: CONTEXT.endDate,
  },
  openthebox: pathsOf(company),
};

/** What it is worth that a place is a candidate of the meaning, or of another one. */
const KNOWN_PATH = 1.5;
const OF_ANOTHER = -3;

export function knownWorth(service: 'adminpulse' | 'openthebox', meaning: Meaning, path: string): number {
  const known = KNOWN[service];
  if (known[meaning]?.includes(path)) return KNOWN_PATH;
  return Object.values(known).some((paths) => paths.includes(path)) ? OF_ANOTHER : 0;
}
