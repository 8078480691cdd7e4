import { CALLS, NUMBER_PARAMETER } from '../../src/adminpulse/profile.ts';
import { FIELDS, type Field } from '../../src/company/company.ts';
import { ADDRESS_PARTS, CANDIDATES, CATALOGUE_PATHS, CONTEXT } from '../../src/schema/relation-candidates.ts';
import type { Contract, Matches } from './contract.ts';
import type { Endpoint } from './document.ts';
import {
  addressPartsFinding,
  type FieldSpec,
  fieldFinding,
  find,
  isAddress,
  isDayOfYear,
  isList,
  isText,
  LIKE,
} from './fields.ts';
import { type Finding, type Section, shown } from './finding.ts';
import { inferredSection } from './inferred.ts';

const ACCEPTS: Partial<Record<Field, (value: unknown) => boolean>> = {
  address: isAddress(ADDRESS_PARTS),
  fiscalYearEnd: isDayOfYear,
  linkedRelations: isList,
};

const SPECS: readonly FieldSpec[] = FIELDS.map((name) => ({
  name,
  paths: CANDIDATES[name].map(({ path }) => path),
  accepts: ACCEPTS[name] ?? isText,
  like: LIKE[name],
}));
const CONTEXT_SPECS: readonly FieldSpec[] = Object.entries(CONTEXT).map(([name, paths]) => ({
  name: `(${name})`,
  paths,
  accepts: isText,
  like: name === 'code' || name === 'id' ? /id$|identifier|code$/i : new RegExp(name, 'i'),
}));

/** A write carries the top-level key of the path of each ticked field. */
const KEYS_OF_FIELDS = [
  ...Object.values(CANDIDATES).flatMap((candidates) => candidates.flatMap(({ path }) => topKey(path) ?? [])),
  ...Object.values(ADDRESS_PARTS).flat(),
];

/** A create carries, beside the fields, what AdminPulse asks of a new relation. */
const KEYS_OF_TERMS = Object.values(CATALOGUE_PATHS).flatMap((paths) => paths.flatMap((path) => topKey(path) ?? []));

export const ADMINPULSE: Contract = {
  service: 'AdminPulse',
  host: /adminpulse/i,
  resource: /relation/i,
  calls: {
    ...CALLS,
    create: { ...CALLS.create, body: { keys: [...KEYS_OF_FIELDS, ...KEYS_OF_TERMS], partial: false } },
    // `page` and `pageSize` are those of src/adminpulse/adminpulse.ts.
    list: { ...CALLS.list, query: ['page', 'pageSize', NUMBER_PARAMETER] },
    update: { ...CALLS.update, body: { keys: KEYS_OF_FIELDS, partial: true } },
  },
  sections: (matches) => [
    {
      title: 'The id in the path',
      findings: [...idFindings('read', matches.read), ...idFindings('update', matches.update)],
    },
    listSection(matches),
    ...fieldSections(matches),
  ],
};

function topKey(path: string): string | undefined {
  return /^\$\.(\w+)/.exec(path)?.[1];
}

const GUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;
const CODE = /^APR\d+$/i;
const [CODE_KEY] = CONTEXT.code.map((path) => topKey(path) ?? '');

/** The profile puts the code (`APR…`) there, on 404 the id (a GUID). */
function idFindings(name: string, endpoint: Endpoint | undefined): Finding[] {
  const id = endpoint?.pathParameters.at(-1) ?? parameterIn(endpoint);
  if (!id) return [];
  const examples = id.examples.map(String);
  const says = `${name}: {${id.name}}${examples.length > 0 ? ` (${shown(examples[0])})` : ''}`;
  const words = `${id.name} ${id.text}`;
  if (examples.some((one) => CODE.test(one)) || words.toLowerCase().includes(`${CODE_KEY}`.toLowerCase())) {
    return [{ verdict: 'agrees', text: `${says} is the ${CODE_KEY}` }];
  }
  if (examples.some((one) => GUID.test(one)) || /\b(?:guid|uuid)\b/i.test(words)) {
    return [
      { verdict: 'differs', text: `${says} is a GUID; the profile sends the ${CODE_KEY} first, and the id on 404` },
    ];
  }
  return [{ verdict: 'note', text: `${says}: the document does not say whether it is the ${CODE_KEY} or the id` }];
}

function parameterIn(endpoint: Endpoint | undefined) {
  const last = endpoint?.segments.at(-1);
  if (last === undefined) return undefined;
  const name = /^\{(.+)\}$/.exec(last)?.[1];
  return name === undefined ? { name: 'an example', text: '', examples: [last] } : { name, text: '', examples: [] };
}

type Rows = { readonly key: string; readonly rows: readonly unknown[] };

/** The list may be bare, or stand in the answer under a key. */
function rowsOf(sample: unknown): Rows | undefined {
  if (Array.isArray(sample)) return { key: '', rows: sample };
  if (typeof sample !== 'object' || sample === null) return undefined;
  const entries = Object.entries(sample);
  const [key, rows] = entries.find(([name, value]) => name === 'results' && Array.isArray(value)) ??
    entries.find(([, value]) => Array.isArray(value)) ?? ['', undefined];
  return Array.isArray(rows) ? { key, rows } : undefined;
}

/** `results` and `pageCount`, or a bare list, are what src/adminpulse/adminpulse.ts reads. */
function listSection({ list }: Matches): Section {
  const samples = list?.answer.samples ?? [];
  const findings = samples.slice(0, 1).map((sample): Finding => {
    const rows = rowsOf(sample);
    if (rows?.key === '') return { verdict: 'agrees', text: 'a bare list' };
    const keys = Object.keys(Object(sample)).join(', ');
    if (rows?.key === 'results' && keys.includes('pageCount'))
      return { verdict: 'agrees', text: `a page with ${keys}` };
    return { verdict: 'differs', text: `the profile reads results and pageCount, the document has ${keys}` };
  });
  const rows = samples.flatMap((sample) => rowsOf(sample)?.rows ?? []);
  const numbers = SPECS.filter(({ name }) => name === 'enterpriseNumber' || name === 'vatNumber');
  return {
    title: 'The answer of the list',
    findings: [...findings, ...(rows.length > 0 ? numbers.map((spec) => fieldFinding(spec, rows)) : [])],
  };
}

function fieldSections({ list, read, update }: Matches): Section[] {
  const rows = (list?.answer.samples ?? []).flatMap((sample) => rowsOf(sample)?.rows ?? []);
  const own = read?.answer.samples ?? [];
  const samples = own.length > 0 ? own : rows;
  const from = own.length > 0 ? 'in the answer of the relation' : 'in the rows of the list';
  if (samples.length === 0) {
    return [{ title: 'The fields', findings: [{ verdict: 'missing', text: 'a relation: the document shows none' }] }];
  }
  const address = SPECS.filter(({ name }) => name === 'address');
  return [
    {
      title: `The fields ${from}`,
      findings: [
        ...SPECS.map((spec) => fieldFinding(spec, samples)),
        ...address.flatMap((spec) => addressPartsFinding(spec, ADDRESS_PARTS, samples)),
        ...CONTEXT_SPECS.map((spec) => fieldFinding(spec, samples)).map(asNoteUnlessIdentity),
      ],
    },
    inferredSection('adminpulse', SPECS, samples),
    ...(update ? [{ title: 'The fields in the body of the update', findings: bodyFindings(samples, update) }] : []),
  ];
}

/** Only the code and the id are needed; the rest serves warnings and texts. */
function asNoteUnlessIdentity(finding: Finding): Finding {
  const isNeeded = /^\((?:code|id)\)/.test(finding.text);
  return isNeeded || finding.verdict === 'agrees' ? finding : { ...finding, verdict: 'note' };
}

/** A field is written where it was read. */
function bodyFindings(relations: readonly unknown[], { request }: Endpoint): Finding[] {
  if (request.samples.length === 0) return [{ verdict: 'missing', text: 'a body: the document shows none' }];
  return SPECS.filter(({ name }) => name !== 'linkedRelations').flatMap((spec): Finding[] => {
    const [read] = find(spec, relations);
    const written = fieldFinding(read ? { ...spec, paths: [read.path] } : spec, request.samples);
    if (!read || written.verdict === 'agrees') return [written];
    return [{ ...written, details: [`read from, and so written to: ${read.path}`] }];
  });
}
