import type { Relation } from './model.ts';
import type { Register } from './openthebox/model.ts';
import { DIFFERENCES } from './seed/differences.ts';
import type { Entry } from './seed/entry.ts';
import { registerOf } from './seed/register.ts';
import { relationOf } from './seed/relation.ts';
import { SPECIAL } from './seed/special.ts';
import { SPELLINGS } from './seed/spellings.ts';

/**
 * The companies that the sandbox starts with. All are made up, after patterns of the public register; their numbers have
 * right check digits and lie in ranges that are not issued (0001.xxx.xxx, and 1999.xxx.xxx for the 1-series).
 * A new company is one more entry in one of the three tables.
 */
export const SEED: readonly Entry[] = [...DIFFERENCES, ...SPELLINGS, ...SPECIAL];

/** AdminPulse's relations at the start. */
export function seedRelations(): Relation[] {
  return SEED.flatMap((entry) => (entry.adminpulse ? [relationOf(entry, entry.adminpulse)] : []));
}

/** openthebox's companies and people. */
export function seedRegister(): Register {
  return registerOf(SEED);
}
