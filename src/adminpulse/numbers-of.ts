import type { ChosenPaths } from '../api/chosen-paths.ts';
import type { EnterpriseNumber } from '../company/enterprise-number.ts';
import { NOTHING_LEARNT } from './learnt.ts';
import { type RawRelation, readField } from './read-relation.ts';

const NUMBERS = ['vatNumber', 'enterpriseNumber'] as const;

/** The relation's VAT and enterprise number, each once. A foreign VAT number is none of them. */
export function numbersOf(row: RawRelation, chosen: ChosenPaths): readonly EnterpriseNumber[] {
  const values = NUMBERS.map((field) => readField(field, row, { ...NOTHING_LEARNT, chosen })?.value);
  return [...new Set(values.filter((value) => value !== undefined))] as EnterpriseNumber[];
}
