import type * as z from 'zod/mini';
import type { ManagedRefusal } from '../../messages/index.ts';

/** A setting that is left out, and why. What stands there is not told: it may be a credential. */
export type BrokenSetting = {
  readonly path: string;
  readonly reason: ManagedRefusal;
  readonly detail?: string;
};

type Path = readonly PropertyKey[];
type Json = Record<PropertyKey, unknown>;

/**
 * What remains of a value when all that its schema refuses is left out. A part that is missing takes with it the group that
 * needs it. `value` is undefined where nothing remains.
 */
export function dropInvalid<T>(
  schema: z.ZodMiniType<T>,
  whole: unknown,
): { readonly value: T | undefined; readonly broken: readonly BrokenSetting[] } {
  const broken = new Map<string, BrokenSetting>();
  let rest = structuredClone(whole);
  for (;;) {
    const { data, error } = schema.safeParse(rest);
    if (!error) return { value: data, broken: [...broken.values()] };
    for (const issue of error.issues) {
      for (const path of pathsOf(issue)) {
        const name = path.join('.');
        // A part that was left out before is not said to be missing too.
        if (!broken.has(name)) broken.set(name, { path: name, ...reasonOf(issue, at(rest, path) === undefined) });
      }
    }
    const paths = error.issues.flatMap(pathsOf);
    if (paths.some((path) => path.length === 0)) return { value: undefined, broken: [...broken.values()] };
    for (const path of paths) rest = without(rest, path);
  }
}

function pathsOf(issue: z.core.$ZodIssue): Path[] {
  return issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
}

/** The value without what stands at the path, or without its group where nothing does. */
function without(value: unknown, path: Path): unknown {
  const group = path.slice(0, -1);
  const last = path.at(-1);
  const holder = at(value, group) as Json | undefined;
  if (last === undefined || holder === undefined) return value;
  if (!Object.hasOwn(holder, last)) return group.length === 0 ? value : without(value, group);
  delete holder[last];
  return value;
}

function at(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (holder, key) => (isGroup(holder) && Object.hasOwn(holder, key) ? holder[key] : undefined),
    value,
  );
}

const isGroup = (value: unknown): value is Json => typeof value === 'object' && value !== null;

type Reason = Pick<BrokenSetting, 'reason' | 'detail'>;

const BY_TYPE: Readonly<Record<string, ManagedRefusal>> = {
  string: 'managedNotText',
  boolean: 'managedNotYesNo',
  number: 'managedNotNumber',
  int: 'managedNotNumber',
  object: 'managedNotGroup',
};

function reasonOf(issue: z.core.$ZodIssue, missing: boolean): Reason {
  if (missing) return { reason: 'managedMissing' };
  switch (issue.code) {
    case 'unrecognized_keys':
      return { reason: 'managedNoSuchSetting' };
    case 'invalid_value':
      return { reason: 'managedNotOneOf', detail: issue.values.map(String).join(', ') };
    case 'invalid_type':
      return { reason: BY_TYPE[issue.expected] ?? 'managedNotText' };
    case 'too_small':
    case 'too_big':
      return { reason: issue.origin === 'string' ? 'managedNotText' : 'managedNotNumber' };
    default:
      return { reason: 'managedNotPath' };
  }
}
