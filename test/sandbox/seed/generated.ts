import type { Relation } from '../model.ts';
import { dotted, enterpriseNumberOf } from '../numbers.ts';
import type { Entry, Place } from './entry.ts';
import { relationOf } from './relation.ts';

const TRADES = ['Bakkerij', 'Garage', 'Schilderwerken', 'Apotheek', 'Tuinen', 'Drukkerij', 'Immo', 'Taverne', 'Studio'];
const FAMILIES = ['Janssens', 'Maes', 'Jacobs', 'Willems', 'Goossens', 'Wouters', 'De Clercq', 'Lambert', 'Dupont'];
const TOWNS: readonly (readonly [string, string])[] = [
  ['9000', 'Gent'],
  ['2000', 'Antwerpen'],
  ['3500', 'Hasselt'],
  ['8500', 'Kortrijk'],
  ['3000', 'Leuven'],
  ['4000', 'Liège'],
  ['5000', 'Namur'],
];
/** Beyond the numbers of the seed, on in 0001.xxx.xxx, and past its end in the equally unissued ranges after it. */
const FIRST = 11_500;

/** Relations for long lists, the same ones every time: the i-th has the i-th number. openthebox does not know them. */
export function* generatedRelations(count: number): Generator<Relation> {
  for (let index = 0; index < count; index += 1) {
    const entry: Entry = {
      about: 'Generated',
      number: dotted(enterpriseNumberOf(FIRST + index)),
      name: `${pick(TRADES, index)} ${pick(FAMILIES, Math.floor(index / TRADES.length))} ${index + 1}`,
      legalForm: pick(['610', '014', '017', '706'], index),
      address: placeOf(index),
      phone: `09 ${String(2_000_000 + index).replace(/(\d{3})(\d\d)(\d\d)/, '$1 $2 $3')}`,
      founded: `${1990 + (index % 34)}-0${1 + (index % 9)}-15`,
    };
    yield relationOf(entry, { code: `APR${String(10_001 + index).padStart(5, '0')}` });
  }
}

function placeOf(index: number): Place {
  const [postalCode, city] = pick(TOWNS, index);
  return ['Dorpsstraat', String(1 + (index % 220)), null, postalCode, city];
}

function pick<T>(from: readonly T[], index: number): T {
  return from[index % from.length] as T;
}
