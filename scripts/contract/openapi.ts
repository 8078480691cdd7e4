import { z } from 'zod';
import { type ApiDocument, type Body, type Endpoint, NOTHING, type Parameter, segmentsOf } from './document.ts';
import { factsOfSamples, factsOfText } from './facts.ts';
import { bodyOfSchema, resolver } from './schema.ts';

const Text = z.string().catch('');
const List = z.array(z.unknown()).catch([]);
const Dictionary = z.record(z.string(), z.unknown()).catch({});

/** OpenAPI 3.x or Swagger 2.0, as far as it is looked at. */
export const OpenApi = z.looseObject({
  openapi: z.string().regex(/^3\./).optional(),
  swagger: z.literal('2.0').optional(),
  info: z.looseObject({ title: Text }).catch({ title: '' }),
  servers: z.array(z.looseObject({ url: Text })).catch([]),
  host: Text,
  basePath: Text,
  paths: z.record(z.string(), z.unknown()),
});
type OpenApi = z.infer<typeof OpenApi>;

const Operation = z.looseObject({
  description: Text,
  parameters: List,
  requestBody: z.unknown().optional(),
  responses: Dictionary,
});
const ParameterObject = z.looseObject({
  name: z.string(),
  in: z.string(),
  required: z.boolean().catch(false),
  description: Text,
  schema: z.unknown().optional(),
  example: z.unknown().optional(),
});
type ParameterObject = z.infer<typeof ParameterObject>;
/** A request body or an answer: OpenAPI 3 has it by media type, Swagger 2 has the answer's schema at once. */
const Content = z.looseObject({
  content: Dictionary,
  schema: z.unknown().optional(),
  examples: Dictionary,
  description: Text,
});
const Media = z.looseObject({ schema: z.unknown().optional(), example: z.unknown().optional(), examples: Dictionary });

const METHODS = ['get', 'put', 'post', 'patch', 'delete'];

type Resolve = ReturnType<typeof resolver>;

/** Throws `Unreadable` for a `$ref` that cannot be followed. */
export function fromOpenApi(document: OpenApi): ApiDocument {
  const resolve = resolver(document);
  const servers = document.swagger
    ? [`//${document.host}${document.basePath}`]
    : document.servers.map(({ url }) => url);
  const base = segmentsOf((servers[0] ?? '').replace(/^(?:[a-z]+:)?\/\/[^/]*/i, ''));
  const endpoints = Object.entries(document.paths).flatMap(([path, node]) => {
    const item = resolve(node);
    const shared = List.parse(item.parameters);
    return METHODS.filter((method) => Object.hasOwn(item, method)).map((method) =>
      endpointOf(method, [...base, ...segmentsOf(path)], item[method], shared, resolve),
    );
  });
  const format = document.swagger ? 'Swagger 2.0' : `OpenAPI ${document.openapi}`;
  return { title: `${format} "${document.info.title}"`, servers, endpoints };
}

function endpointOf(
  method: string,
  segments: readonly string[],
  node: unknown,
  shared: readonly unknown[],
  resolve: Resolve,
): Endpoint {
  const operation = Operation.catch(Operation.parse({})).parse(node);
  const parameters = [...shared, ...operation.parameters].flatMap(
    (one) => ParameterObject.safeParse(resolve(one)).data ?? [],
  );
  const inside = (place: string) => parameters.filter((one) => one.in === place);
  const [v2Body] = inside('body');
  const requestNode = v2Body ?? operation.requestBody;
  const success = Object.entries(operation.responses).find(([status]) => /^(?:2|default)/.test(status));
  return {
    method,
    segments,
    pathParameters: inside('path').map((one) => parameter(one, resolve)),
    query: inside('query').map((one) => parameter(one, resolve)),
    // Read only when asked for: most of a document is of no interest.
    get request() {
      const body = requestNode === undefined ? NOTHING : bodyOf(resolve(requestNode), resolve);
      return { ...body, facts: [...body.facts, ...factsOfText(operation.description, '(request)')] };
    },
    get answer() {
      return success ? bodyOf(resolve(success[1]), resolve) : NOTHING;
    },
  };
}

function parameter(one: ParameterObject, resolve: Resolve): Parameter {
  // Swagger 2 has type, format and enum beside the name.
  const schema = one.schema === undefined ? one : resolve(one.schema);
  const values = z.array(z.unknown()).catch([]).parse(schema.enum);
  return {
    name: one.name,
    required: one.required,
    examples: [one.example, schema.example, ...values].filter((value) => value !== undefined),
    text: [one.description, Text.parse(schema.format)].filter(Boolean).join(' '),
  };
}

function bodyOf(node: unknown, resolve: Resolve): Body {
  const { content, schema, examples } = Content.parse(node);
  const type = Object.keys(content).find((name) => /json/i.test(name)) ?? Object.keys(content)[0];
  const media = Media.parse(type === undefined ? { schema, examples: {} } : resolve(content[type]));
  const v2Examples = type === undefined ? Object.values(examples) : [];
  const samples = [
    media.example,
    ...Object.values(media.examples).map((example) => resolve(example).value),
    ...v2Examples,
  ].filter((sample) => sample !== undefined);
  const fromSchema = media.schema === undefined ? NOTHING : bodyOfSchema(media.schema, resolve);
  return {
    samples: [...samples, ...fromSchema.samples],
    required: fromSchema.required,
    facts: [...fromSchema.facts, ...factsOfSamples([...samples, ...fromSchema.samples])],
  };
}
