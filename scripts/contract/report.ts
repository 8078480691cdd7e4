import { ADMINPULSE } from './adminpulse-contract.ts';
import { callFindings, furtherCalls } from './calls.ts';
import type { Contract, Matches } from './contract.ts';
import type { ApiDocument, Endpoint, Parameter } from './document.ts';
import { factsOfText } from './facts.ts';
import { type Finding, type Section, shown, type Verdict } from './finding.ts';
import { parseJson } from './json.ts';
import { findCall, type Match } from './match.ts';
import { fromOpenApi, OpenApi } from './openapi.ts';
import { OPENTHEBOX } from './openthebox-contract.ts';
import { Collection, fromPostman } from './postman.ts';
import { Unreadable } from './unreadable.ts';

export type Report = { readonly text: string; readonly agrees: boolean };

/**
 * Compares a published API description (the text of a Postman collection v2.1, or of an OpenAPI 3 or Swagger 2 file, as
 * JSON) with the profile of its service. Throws `Unreadable` when it is neither, or of another service.
 */
export function report(file: string): Report {
  const document = readDocument(file);
  const contract = contractOf(document);
  const matches = matchesOf(contract, document);
  const calls = Object.entries(contract.calls);
  const endpoints = endpointsOf(matches);
  const sections: readonly Section[] = [
    { title: 'The calls', findings: calls.flatMap(([name, call]) => callFindings(name, call, matchOf(matches, name))) },
    ...contract.sections(endpoints),
    { title: 'Dates and enumerations', findings: factFindings(contract, endpoints) },
    {
      title: 'Calls of the document that are not used',
      findings: furtherCalls(contract.resource, document.endpoints, Object.values(matches)),
    },
  ];
  const count = (verdict: Verdict) =>
    sections.flatMap(({ findings }) => findings).filter((one) => one.verdict === verdict).length;
  const lines = [
    `${contract.service}: ${document.title}, ${document.endpoints.length} calls`,
    ...sections.filter(({ findings }) => findings.length > 0).flatMap(linesOf),
    '',
    `${count('agrees')} agree, ${count('differs')} differ, ${count('missing')} missing`,
  ];
  return { text: lines.map(printable).join('\n'), agrees: count('differs') + count('missing') === 0 };
}

function readDocument(file: string): ApiDocument {
  const json = parseJson(file);
  const collection = Collection.safeParse(json);
  if (collection.success) return fromPostman(collection.data);
  const openApi = OpenApi.safeParse(json);
  if (openApi.success && (openApi.data.openapi ?? openApi.data.swagger)) return fromOpenApi(openApi.data);
  throw new Unreadable('It is JSON, but neither a Postman collection v2 nor an OpenAPI 3 or Swagger 2 file.');
}

const CONTRACTS: readonly Contract[] = [ADMINPULSE, OPENTHEBOX];

/** By the host names and the title, else by whose calls it has. */
function contractOf(document: ApiDocument): Contract {
  const names = [document.title, ...document.servers].join(' ');
  const byName = CONTRACTS.filter(({ host }) => host.test(names));
  const calls = (contract: Contract) =>
    Object.values(matchesOf(contract, document)).filter(({ verdict }) => verdict !== 'missing').length;
  const [best, other] = CONTRACTS.map((contract) => ({ contract, calls: calls(contract) })).toSorted(
    (a, b) => b.calls - a.calls,
  );
  if (byName.length === 1 && byName[0]) return byName[0];
  if (best && best.calls > (other?.calls ?? 0)) return best.contract;
  throw new Unreadable('It describes an API, but neither that of AdminPulse nor that of openthebox.');
}

type AllMatches = Readonly<Record<string, Match>>;

function matchesOf({ calls }: Contract, { endpoints }: ApiDocument): AllMatches {
  return Object.fromEntries(Object.entries(calls).map(([name, call]) => [name, findCall(call, endpoints)]));
}

const matchOf = (matches: AllMatches, name: string): Match => matches[name] ?? { verdict: 'missing', near: [] };

function endpointsOf(matches: AllMatches): Matches {
  return Object.fromEntries(
    Object.entries(matches).flatMap(([name, match]) => (match.verdict === 'missing' ? [] : [[name, match.endpoint]])),
  );
}

const MAX_FACTS = 200;

function factFindings({ calls }: Contract, endpoints: Matches): Finding[] {
  const lines = Object.keys(calls).flatMap((name) => {
    const endpoint: Endpoint | undefined = endpoints[name];
    if (!endpoint) return [];
    return [
      ...[...endpoint.pathParameters, ...endpoint.query].flatMap((one) => parameterFacts(name, one)),
      ...endpoint.request.facts.map(({ path, says }) => `${name}, body ${path}: ${says}`),
      ...endpoint.answer.facts.map(({ path, says }) => `${name}, answer ${path}: ${says}`),
    ];
  });
  return [...new Set(lines)].slice(0, MAX_FACTS).map((text) => ({ verdict: 'note', text }));
}

/** The values of a parameter where it has several, and what its description says of them. */
function parameterFacts(call: string, { name, examples, text }: Parameter): string[] {
  const values = [...new Set(examples.map(shown))].slice(0, 30).join(', ');
  const path = `${call}, parameter ${name}`;
  return [
    ...(examples.length > 1 ? [`${path}: ${values}`] : []),
    ...factsOfText(text, path).map(({ says }) => `${path}: ${says}`),
  ];
}

function linesOf({ title, findings }: Section): string[] {
  return [
    '',
    title,
    ...findings.flatMap(({ verdict, text, details }) => [
      `  ${verdict.padEnd(7)}  ${text}`,
      ...(details ?? []).map((detail) => `             ${detail}`),
    ]),
  ];
}

/** In characters. */
const LONGEST_LINE = 1_000;

/** The document's text reaches a terminal: nothing in it may command that. */
function printable(line: string): string {
  const plain = line.replace(/\p{Cc}|\p{Cf}/gu, ' ');
  return plain.length > LONGEST_LINE ? `${plain.slice(0, LONGEST_LINE)}…` : plain;
}
