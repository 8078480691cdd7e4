import { FIELDS, type Field } from '../../src/company/company.ts';
import { CALLS, tokenRequest } from '../../src/openthebox/profile.ts';
import { ADDRESS_PARTS, ANNUAL_ACCOUNTS, COMPANY } from '../../src/schema/company-candidates.ts';
import type { Contract, Matches } from './contract.ts';
import type { Endpoint } from './document.ts';
import { addressPartsFinding, type FieldSpec, fieldFinding, isAddress, isDayOfYear, isText, LIKE } from './fields.ts';
import { type Finding, type Section, shown } from './finding.ts';
import { inferredSection } from './inferred.ts';

const COMPANY_PATHS: Readonly<Record<Exclude<Field, 'linkedRelations'>, readonly { readonly path: string }[]>> = {
  ...COMPANY,
  address: [...COMPANY.address, ...COMPANY.addressHistory],
};

const ACCEPTS: Partial<Record<Field, (value: unknown) => boolean>> = {
  address: isAddress(ADDRESS_PARTS),
  fiscalYearEnd: isDayOfYear,
};

const SPECS: readonly FieldSpec[] = FIELDS.flatMap((name) =>
  name === 'linkedRelations'
    ? []
    : [
        {
          name,
          paths: COMPANY_PATHS[name].map(({ path }) => path),
          accepts: ACCEPTS[name] ?? isText,
          like: LIKE[name],
        },
      ],
);

const spec = (name: string, paths: readonly string[], like: RegExp): FieldSpec => ({
  name,
  paths,
  like,
  accepts: isText,
});

const ACCOUNTS_SPEC = spec(
  'fiscalYearEnd',
  [...ANNUAL_ACCOUNTS.periodEnd, ...ANNUAL_ACCOUNTS.earlierPeriodEnds],
  /end|period/i,
);

/** The keys that src/openthebox/graph.ts and search.ts read. */
const GRAPH_SPECS: readonly FieldSpec[] = [
  spec('linkedRelations: group', ['$[*].group'], /group|kind/i),
  spec('linkedRelations: name', ['$[*].data.caption'], /caption|label|name/i),
  spec('linkedRelations: company', ['$[*].data.vat'], /vat|number/i),
  spec('linkedRelations: person', ['$[*].data.pid', '$[*].data.pid[0]'], /pid|person/i),
  spec('linkedRelations: ends of an edge', ['$[*].data.source', '$[*].data.target'], /source|target|from|to$/i),
  spec('linkedRelations: role', ['$[*].data.type'], /type|role|function/i),
];
const SEARCH_SPECS: readonly FieldSpec[] = [
  spec('enterprise number', ['$[*].vat'], /vat|number/i),
  spec('name', ['$[*].nameNl', '$[*].nameFr', '$[*].name', '$[*].caption'], /name|caption|label/i),
];

export const OPENTHEBOX: Contract = {
  service: 'openthebox',
  host: /openthebox/i,
  resource: /compan|entit|graph|annual/i,
  calls: {
    ...CALLS,
    token: {
      ...CALLS.token,
      body: { keys: Object.keys(tokenRequest({ clientId: '', clientSecret: '' })), partial: false },
    },
    graph: { ...CALLS.graph, query: Object.keys(CALLS.graph.searchParams) },
  },
  sections: ({ company, annualAccounts, search, graph }: Matches) => [
    { title: 'The id in the path', findings: idFindings(company) },
    section('The fields in the answer of the company', company, companyFindings),
    inferredSection('openthebox', SPECS, company?.answer.samples ?? []),
    section('The financial year in the annual accounts', annualAccounts, (samples) => [
      fieldFinding(ACCOUNTS_SPEC, samples),
    ]),
    section('The graph', graph, (samples) => GRAPH_SPECS.map((one) => fieldFinding(one, samples))),
    section('The hits of the search', search, (samples) => SEARCH_SPECS.map((one) => fieldFinding(one, samples))),
  ],
};

function section(
  title: string,
  endpoint: Endpoint | undefined,
  findings: (samples: readonly unknown[]) => readonly Finding[],
): Section {
  const samples = endpoint?.answer.samples ?? [];
  if (samples.length > 0) return { title, findings: findings(samples) };
  return { title, findings: [{ verdict: 'missing', text: 'an answer: the document shows none' }] };
}

/** The profile puts `BE` and ten digits there. */
function idFindings(endpoint: Endpoint | undefined): Finding[] {
  const id = endpoint?.pathParameters.at(-1);
  const [example] = id?.examples ?? [];
  if (!id || example === undefined) return [];
  const text = `company: {${id.name}} (${shown(example)})`;
  return /^BE\d{10}$/.test(String(example))
    ? [{ verdict: 'agrees', text: `${text} is BE and ten digits` }]
    : [{ verdict: 'differs', text: `${text}; the profile sends BE and ten digits` }];
}

function companyFindings(samples: readonly unknown[]): Finding[] {
  return SPECS.flatMap((one) => {
    const finding = fieldFinding(one, samples);
    if (one.name === 'address') return [finding, ...addressPartsFinding(one, ADDRESS_PARTS, samples)];
    // The annual accounts are the usual source, and have a section of their own.
    if (one.name === 'fiscalYearEnd' && finding.verdict === 'missing')
      return [{ ...finding, verdict: 'note' as const }];
    return [finding];
  });
}
