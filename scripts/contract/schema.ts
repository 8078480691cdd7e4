import { z } from 'zod';
import type { Body, Fact } from './document.ts';
import { factsOfText, shortened } from './facts.ts';
import { Unreadable } from './unreadable.ts';

type JsonObject = Readonly<Record<string, unknown>>;

const Schema = z.looseObject({
  properties: z.record(z.string(), z.unknown()).optional().catch(undefined),
  items: z.unknown().optional(),
  allOf: z.array(z.unknown()).catch([]),
  oneOf: z.array(z.unknown()).catch([]),
  anyOf: z.array(z.unknown()).catch([]),
  required: z.array(z.string()).catch([]),
  enum: z.array(z.unknown()).optional().catch(undefined),
  type: z.unknown().optional(),
  format: z.string().optional().catch(undefined),
  description: z.string().catch(''),
  readOnly: z.boolean().catch(false),
});

/** Schemas looked at for one body, however often they refer to each other. */
const MAX_SCHEMAS = 3_000;
/** Items of a list: one for each value of the enumerations in it. */
const MAX_ITEMS = 20;
const DEEPEST = 12;

/** Follows `$ref`s within the document. Throws `Unreadable` for one that leads nowhere, outside, or only round in a circle. */
export function resolver(document: unknown): (node: unknown) => JsonObject {
  return (node) => {
    let found = node;
    for (const seen = new Set<string>(); isObject(found) && typeof found.$ref === 'string'; ) {
      const ref = found.$ref;
      if (seen.has(ref)) throw new Unreadable(`Its $ref ${ref} refers to itself in a circle.`);
      seen.add(ref);
      found = at(document, ref);
    }
    return isObject(found) ? found : {};
  };
}

function at(document: unknown, ref: string): unknown {
  if (!ref.startsWith('#/')) throw new Unreadable(`Its $ref ${ref} leads out of the file: bundle it into one.`);
  let node = document;
  for (const key of ref.slice(2).split('/')) {
    const name = key.replaceAll('~1', '/').replaceAll('~0', '~').replaceAll('%7B', '{').replaceAll('%7D', '}');
    if (!isObject(node) || !Object.hasOwn(node, name)) throw new Unreadable(`Its $ref ${ref} leads nowhere.`);
    node = node[name];
  }
  return node;
}

const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null;

/** A body with every key that the schema has. A schema within itself ends there. */
export function bodyOfSchema(root: unknown, resolve: (node: unknown) => JsonObject): Body {
  const facts: Fact[] = [];
  let left = MAX_SCHEMAS;

  function sampleOf(node: unknown, path: string, trail: readonly JsonObject[]): unknown {
    const raw = resolve(node);
    left -= 1;
    if (left < 0 || trail.includes(raw) || trail.length > DEEPEST) return '';
    const schema = Schema.parse(raw);
    noteFacts(schema, path);
    const below = [...trail, raw];
    const parts = [...schema.allOf, ...schema.oneOf, ...schema.anyOf].map((part) => sampleOf(part, path, below));
    if (schema.properties) {
      parts.push(
        Object.fromEntries(
          Object.entries(schema.properties).map(([key, value]) => [
            key,
            sampleOf(value, `${path}.${shortened(key)}`, below),
          ]),
        ),
      );
    }
    if (schema.items !== undefined) return itemsLike(sampleOf(schema.items, `${path}[*]`, below), schema.items);
    const objects = parts.filter((part) => isObject(part) && !Array.isArray(part));
    if (objects.length > 0) return merged(objects);
    return schema.example ?? schema.const ?? schema.enum?.[0] ?? parts[0] ?? (schema.type === 'boolean' ? true : '');
  }

  /** A candidate may look for an item of a certain type: there is an item for each value that a key may have. */
  function itemsLike(item: unknown, itemSchema: unknown): unknown[] {
    if (!isObject(item)) return [item];
    const others = Object.entries(Schema.parse(resolve(itemSchema)).properties ?? {}).flatMap(([key, property]) =>
      (Schema.parse(resolve(property)).enum ?? []).map((value) => merged([item, Object.fromEntries([[key, value]])])),
    );
    return [item, ...others.slice(0, MAX_ITEMS)];
  }

  function noteFacts(schema: z.infer<typeof Schema>, path: string) {
    if (schema.format?.startsWith('date')) facts.push({ path, says: `schema: format ${schema.format}` });
    if (schema.enum) {
      facts.push({
        path,
        says: `schema: one of ${schema.enum
          .slice(0, 30)
          .map((v) => JSON.stringify(v))
          .join(', ')}`,
      });
    }
    facts.push(...factsOfText(schema.description, path));
  }

  const seen = new Set<JsonObject>();
  function requiredIn(node: unknown): string[] {
    const raw = resolve(node);
    if (seen.has(raw)) return [];
    seen.add(raw);
    const { required, properties, allOf } = Schema.parse(raw);
    const isReadOnly = (key: string) =>
      properties !== undefined && Object.hasOwn(properties, key) && Schema.parse(resolve(properties[key])).readOnly;
    return [...required.filter((key) => !isReadOnly(key)), ...allOf.flatMap(requiredIn)];
  }

  const sample = sampleOf(root, '$', []);
  return { samples: [sample], required: [...new Set(requiredIn(root))], facts };
}

/** `Object.fromEntries` defines keys: none reaches a prototype. */
function merged(objects: readonly unknown[]): object {
  return Object.fromEntries(objects.flatMap((object) => (isObject(object) ? Object.entries(object) : [])));
}
