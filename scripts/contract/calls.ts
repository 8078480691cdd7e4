import { type Endpoint, named, segmentsOf } from './document.ts';
import { type Finding, shown } from './finding.ts';
import type { Match, ProfileCall } from './match.ts';

/** Verb, path, query parameters and required keys of one call. */
export function callFindings(name: string, call: ProfileCall, match: Match): Finding[] {
  const ours = named({ method: call.method, segments: segmentsOf(call.path) });
  if (match.verdict === 'missing') {
    const near = match.near.length > 0 ? match.near.join(', ') : 'nothing like it';
    return [{ verdict: 'missing', text: `${name}: ${ours}`, details: [`the document has: ${near}`] }];
  }
  const { endpoint } = match;
  const theirs = named(endpoint);
  return [
    match.verdict === 'agrees'
      ? { verdict: 'agrees', text: `${name}: ${theirs}` }
      : { verdict: 'differs', text: `${name}: the profile has ${ours}, the document ${theirs}` },
    ...queryFindings(name, call, endpoint),
    ...requiredFindings(name, call, endpoint),
  ];
}

function queryFindings(name: string, call: ProfileCall, endpoint: Endpoint): Finding[] {
  const theirs = [...new Map(endpoint.query.map((one) => [one.name, one])).values()];
  const ours = call.query ?? [];
  const sent = ours.map((parameter): Finding => {
    const found = theirs.find((one) => one.name === parameter);
    const example = found?.examples[0] === undefined ? '' : ` (${shown(found.examples[0])})`;
    if (found) return { verdict: 'agrees', text: `${name}: query parameter ${parameter}${example}` };
    const like = theirs.find((one) => one.name.toLowerCase() === parameter.toLowerCase());
    const others = theirs.map((one) => one.name).join(', ') || 'none';
    return like
      ? { verdict: 'differs', text: `${name}: query parameter ${parameter} is ${like.name} in the document` }
      : { verdict: 'missing', text: `${name}: query parameter ${parameter}`, details: [`the document has: ${others}`] };
  });
  const required = theirs.filter((one) => one.required && !ours.includes(one.name));
  return [
    ...sent,
    ...required.map(
      (one): Finding => ({
        verdict: 'differs',
        text: `${name}: the document requires the query parameter ${one.name}, which is not sent`,
      }),
    ),
  ];
}

function requiredFindings(name: string, { body }: ProfileCall, endpoint: Endpoint): Finding[] {
  return endpoint.request.required.flatMap((key): Finding[] => {
    if (!body?.keys.includes(key)) {
      return [{ verdict: 'differs', text: `${name}: the document requires ${key}, which is never sent` }];
    }
    if (!body.partial) return [];
    return [
      {
        verdict: 'differs',
        text: `${name}: the document requires ${key}, which is sent only when its field is ticked`,
      },
    ];
  });
}

/** Calls of the document on the same things (a word of their paths) that no call of the profile is. */
export function furtherCalls(word: RegExp, endpoints: readonly Endpoint[], matches: readonly Match[]): Finding[] {
  const used = matches.flatMap((match) => (match.verdict === 'missing' ? [] : named(match.endpoint)));
  const others = endpoints.filter(({ segments }) => segments.some((segment) => word.test(segment))).map(named);
  return [...new Set(others)]
    .filter((other) => !used.includes(other))
    .map((other) => ({ verdict: 'note', text: other }));
}
