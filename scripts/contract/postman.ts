import { z } from 'zod';
import { type ApiDocument, type Body, type Endpoint, NOTHING, type Parameter, segmentsOf } from './document.ts';
import { factsOfSamples, factsOfText, linesOf } from './facts.ts';
import { parseJson } from './json.ts';
import { Unreadable } from './unreadable.ts';

/** Postman's collection format v2.1 (schema.getpostman.com), as far as it is looked at. */
const Description = z
  .union([z.string(), z.looseObject({ content: z.string() }).transform(({ content }) => content)])
  .nullish()
  .catch(undefined)
  .transform((text) => text ?? '');
const Named = z.looseObject({
  key: z.string(),
  value: z.unknown().optional(),
  description: Description,
});
const NamedList = z.array(Named.catch({ key: '', value: undefined, description: '' })).catch([]);
const Segment = z.union([z.string(), z.looseObject({ value: z.string() }).transform(({ value }) => value)]);
const Url = z.union([
  z.string().transform((raw) => ({ raw, path: undefined, host: '', query: [], variable: [] })),
  z.looseObject({
    raw: z.string().catch(''),
    path: z.array(Segment).optional().catch(undefined),
    host: z.union([z.string(), z.array(z.string()).transform((parts) => parts.join('.'))]).catch(''),
    query: NamedList,
    variable: NamedList,
  }),
]);
const Request = z.looseObject({
  method: z.string().catch('GET'),
  url: Url,
  description: Description,
  body: z
    .looseObject({ raw: z.string().catch(''), urlencoded: NamedList, formdata: NamedList })
    .optional()
    .catch(undefined),
});
const Item = z.looseObject({
  item: z.array(z.unknown()).optional().catch(undefined),
  request: z
    .preprocess((value) => (typeof value === 'string' ? { url: value } : value), Request)
    .optional()
    .catch(undefined),
  response: z
    .array(z.looseObject({ code: z.number().catch(200), body: z.string().catch('') }).catch({ code: 0, body: '' }))
    .catch([]),
});
type Item = z.infer<typeof Item>;

export const Collection = z.looseObject({
  info: z.looseObject({ name: z.string().catch(''), schema: z.string().regex(/collection\/v2/) }),
  item: z.array(z.unknown()),
  variable: NamedList,
});
type Collection = z.infer<typeof Collection>;

type Variables = ReadonlyMap<string, string>;

export function fromPostman({ info, item, variable }: Collection): ApiDocument {
  const variables = new Map(variable.map(({ key, value }) => [key, typeof value === 'string' ? value : '']));
  const endpoints = itemsIn(item).flatMap((one) => endpointOf(one, variables));
  const servers = new Set(endpoints.map(({ server }) => server).filter(Boolean));
  return { title: `Postman collection "${info.name}"`, servers: [...servers], endpoints };
}

/** The requests of all folders. */
function itemsIn(items: readonly unknown[]): Item[] {
  return items.flatMap((one) => {
    const item = Item.safeParse(one).data;
    if (!item) return [];
    return item.item ? itemsIn(item.item) : [item];
  });
}

function endpointOf(item: Item, variables: Variables): (Endpoint & { readonly server: string })[] {
  const { request } = item;
  if (!request) return [];
  const { url } = request;
  const raw = /^((?:[a-z]+:\/\/|\{\{)[^/?]*)?([^?#]*)(?:\?([^#]*))?/i.exec(url.raw);
  const server = withValues(url.host || (raw?.[1] ?? ''), variables);
  const path = url.path ?? segmentsOf(raw?.[2] ?? '');
  const segments = [
    ...segmentsOf(server.replace(/^[a-z]+:\/\//i, '')).slice(1),
    ...path.filter(Boolean).map(asParameter),
  ];
  const query = url.path || url.query.length > 0 ? url.query : fromRaw(raw?.[3] ?? '');
  return [
    {
      server,
      method: request.method.toLowerCase(),
      segments,
      pathParameters: url.variable.map((one) => parameter(one)),
      query: query.filter(({ key }) => key !== '').map((one) => parameter(one)),
      request: bodyOf(request.body, request.description),
      answer: answerOf(item),
    },
  ];
}

function withValues(text: string, variables: Variables): string {
  return text.replace(/\{\{([^{}]*)\}\}/g, (whole, name) => variables.get(name) || whole);
}

/** `:id` and `{{id}}` are parameters. */
function asParameter(segment: string): string {
  const name = /^(?::([\w.-]+)|\{\{([^{}]+)\}\})$/.exec(segment);
  return name ? `{${name[1] ?? name[2]}}` : segment;
}

function fromRaw(query: string): z.infer<typeof NamedList> {
  return [...new URLSearchParams(query)].map(([key, value]) => ({ key, value, description: '' }));
}

function parameter({ key, value, description }: z.infer<typeof Named>): Parameter {
  const isExample = value !== '' && value !== null && value !== undefined && !/^(?:\{\{|<|:)/.test(String(value));
  return {
    name: key,
    required: saysRequired(description),
    examples: isExample ? [value] : [],
    text: description,
  };
}

function bodyOf(body: z.infer<typeof Request>['body'], description: string): Body {
  const form = [...(body?.urlencoded ?? []), ...(body?.formdata ?? [])].filter(({ key }) => key !== '');
  const samples = [
    ...jsonIn(body?.raw ?? ''),
    ...(form.length > 0 ? [Object.fromEntries(form.map(({ key, value }) => [key, value]))] : []),
  ];
  return {
    samples,
    required: [
      ...requiredIn(description, samples),
      ...form.filter((one) => saysRequired(one.description)).map(({ key }) => key),
    ],
    facts: [...factsOfSamples(samples), ...factsOfText(description, '(request)')],
  };
}

function answerOf({ response }: Item): Body {
  const samples = response.filter(({ code }) => code >= 200 && code < 300).flatMap(({ body }) => jsonIn(body));
  return samples.length > 0 ? { samples, required: [], facts: factsOfSamples(samples) } : NOTHING;
}

/** An example is often not quite JSON: lines of comment, and variables without quotes. */
function jsonIn(raw: string): unknown[] {
  const tidied = raw.replace(/^[ \t]*\/\/.*$/gm, '').replace(/([:[,]\s{0,20})\{\{[^{}"]*\}\}/g, '$1null');
  if (tidied.trim() === '') return [];
  try {
    return [parseJson(tidied)];
  } catch (error) {
    if (error instanceof Unreadable) return [];
    throw error;
  }
}

const saysRequired = (line: string) =>
  /\b(?:required|mandatory|verplicht|obligatoire)\b/i.test(line) &&
  !/\b(?:not|niet|non|if|wanneer|si)\b.{0,20}\b(?:required|mandatory|verplicht|obligatoire)\b/i.test(line);

/** Postman has no schema: a key is required where a line of the description that says so names it. */
function requiredIn(description: string, samples: readonly unknown[]): string[] {
  const keys = new Set(
    samples.flatMap((sample) => (typeof sample === 'object' && sample !== null ? Object.keys(sample) : [])),
  );
  const lines = linesOf(description).filter(saysRequired);
  const quoted = lines.flatMap((line) => [...line.matchAll(/`([\w.]+)`/g)].map((match) => match[1] ?? ''));
  const bare = lines.flatMap((line) => line.match(/\w+/g) ?? []).filter((word) => keys.has(word));
  return [...new Set([...quoted, ...bare])];
}
