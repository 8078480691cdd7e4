import { Unreadable } from './unreadable.ts';

/** In characters. A collection with its saved answers has a few million at most. */
const MAX_LENGTH = 20_000_000;
/** Levels of objects and lists. Folders within folders and schemas within schemas stay far below. */
const DEEPEST = 100;

/** Parses a file of unknown origin. Throws `Unreadable` for what is no JSON, too large, too deep, or would reach a prototype. */
export function parseJson(text: string): unknown {
  if (text.length > MAX_LENGTH) throw new Unreadable(`It is larger than ${MAX_LENGTH} characters.`);
  const json = parsed(text);
  let level: unknown[] = [json];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) throw new Unreadable(`It is nested deeper than ${DEEPEST} levels.`);
    level = level.flatMap(children);
  }
  return json;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    if (/^\s*(?:#.*\n|---|%YAML|["']?(?:openapi|swagger)["']?\s*:)/.test(text)) {
      throw new Unreadable('It is YAML: save or convert it as JSON.');
    }
    throw new Unreadable('It is not JSON.');
  }
}

function children(node: unknown): unknown[] {
  if (typeof node !== 'object' || node === null) return [];
  if (Object.hasOwn(node, '__proto__')) throw new Unreadable('It has a key __proto__, which no API description needs.');
  return Object.values(node);
}
