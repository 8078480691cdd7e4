import type { Field } from '../../src/company/company.ts';
import { placesAt } from '../../src/schema/json-path.ts';
import { nodesOf } from './facts.ts';
import { type Finding, shown } from './finding.ts';

/** Where a profile looks for a field, and what it can read there. */
export type FieldSpec = {
  readonly name: string;
  /** JSONPaths, tried in order. */
  readonly paths: readonly string[];
  readonly accepts: (value: unknown) => boolean;
  /** Keys that may be the field under another name. */
  readonly like: RegExp;
};

export type Found = { readonly path: string; readonly place: string; readonly value: unknown };

/** What a field's other names may look like, in the languages of the two services. */
export const LIKE: Readonly<Record<Field, RegExp>> = {
  name: /^(?:official|company|corporate|display|full)?name|denomination|^naam|^nom$/i,
  legalForm: /legal|juridical|rechtsvorm|forme/i,
  enterpriseNumber: /enterprise|company.?(?:no|nr|num)|kbo|cbe|bce|registration|onderneming/i,
  vatNumber: /vat|btw|tva/i,
  website: /web|url|homepage/i,
  address: /address|adres|street|seat/i,
  phone: /phone|^tel|mobile|gsm/i,
  incorporationDate: /found|incorporat|establish|constitut|oprichting|^startdate/i,
  fiscalYearEnd: /fiscal|financial|boekjaar|year.?end/i,
  linkedRelations: /link|^tos$|^froms$|mandate|shareholder|director/i,
};

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

export const isText = (value: unknown) => !isObject(value) && typeof value !== 'boolean';
export const isList = (value: unknown) => Array.isArray(value);
export const isDayOfYear = (value: unknown) => isText(value) || (isObject(value) && 'day' in value && 'month' in value);

type Parts = Readonly<Record<string, readonly string[]>>;

/** The keys that hold the parts of an address, by part. */
function partKeys(value: unknown, parts: Parts): [part: string, key: string][] {
  if (!isObject(value) || Array.isArray(value)) return [];
  return Object.entries(parts).flatMap(([part, keys]) => {
    const key = keys.find((one) => Object.hasOwn(value, one));
    return key === undefined ? [] : [[part, key]];
  });
}

/** An object that has at least two parts of an address. */
export const isAddress = (parts: Parts) => (value: unknown) => partKeys(value, parts).length >= 2;

/** Each place that a candidate finds with a value it can read; each candidate once. */
export function find({ paths, accepts }: FieldSpec, samples: readonly unknown[]): Found[] {
  return paths.flatMap((path) => {
    const places = samples.flatMap((sample) => placesAt(path, sample)).filter(({ value }) => accepts(value));
    // A value says more than an empty place.
    const place = places.find(({ value }) => value !== '' && value !== null) ?? places[0];
    return place ? [{ path, place: place.path, value: place.value }] : [];
  });
}

export function fieldFinding(spec: FieldSpec, samples: readonly unknown[]): Finding {
  const found = find(spec, samples);
  const others = spec.paths.filter((path) => !found.some((one) => one.path === path));
  const details = others.length > 0 ? [`not in the document: ${[...new Set(others.map(brief))].join(', ')}`] : [];
  if (found.length > 0) {
    const places = found.map(({ path, value }) => placed(brief(path), value));
    return { verdict: 'agrees', text: `${spec.name}: ${places.join(', ')}`, details };
  }
  const similar = similarTo(spec, samples);
  return similar.length > 0
    ? { verdict: 'differs', text: `${spec.name}: the document has ${similar.join(', ')}`, details }
    : { verdict: 'missing', text: `${spec.name}: the document has nothing like it`, details };
}

/** A schema's sample may have nothing to show. */
const placed = (path: string, value: unknown) => (value === '' ? path : `${path} (${shown(value)})`);

/** A JSONPath without the conditions of its filters: they would hide the rest. */
const brief = (path: string) => path.replace(/\[\?[^\]]*\]/g, '[?…]');

const MAX_SIMILAR = 6;

function similarTo({ like }: FieldSpec, samples: readonly unknown[]): string[] {
  const nodes = samples.flatMap(nodesOf).filter(({ key, path }) => like.test(key) && !path.endsWith('[*]'));
  const places = new Map(nodes.map(({ path, value }) => [path, placed(path, value)]));
  return [...places.values()].slice(0, MAX_SIMILAR);
}

/** A letter cannot be addressed without these. */
const NEEDED_PARTS = ['street', 'number', 'postalCode', 'municipality'];

/** The keys of the address that was found. */
export function addressPartsFinding(spec: FieldSpec, parts: Parts, samples: readonly unknown[]): Finding[] {
  const [address] = find(spec, samples);
  if (!address || !isObject(address.value)) return [];
  const known = partKeys(address.value, parts);
  const lacking = Object.keys(parts).filter((part) => !known.some(([name]) => name === part));
  const keys = known.map(([, key]) => key);
  const unclaimed = Object.keys(address.value).filter((key) => !keys.includes(key));
  const text = `parts of the address: ${known.map(([part, key]) => `${part} in ${key}`).join(', ')}`;
  if (lacking.length === 0) return [{ verdict: 'agrees', text }];
  const needed = lacking.some((part) => NEEDED_PARTS.includes(part));
  return [
    {
      verdict: !needed ? 'agrees' : unclaimed.length > 0 ? 'differs' : 'missing',
      text,
      details: [
        `not found: ${lacking.join(', ')}`,
        ...(needed && unclaimed.length > 0 ? [`other keys there: ${unclaimed.slice(0, 20).join(', ')}`] : []),
      ],
    },
  ];
}
