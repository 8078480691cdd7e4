import type { Link } from '../company/company.ts';
import { readText } from '../company/plain-text.ts';
import type { FieldPlace } from '../schema/field-place.ts';
import { isEmpty } from '../schema/json-path.ts';
import { LINK_TYPES } from './profile.ts';

/** The keys that an item of a list of links has for its type, and for the relation that it leads to. */
type LinkKeys = { readonly type: string | undefined; readonly code: string };

/** Seen in public code. */
const SEEN: LinkKeys = { type: 'linkType', code: 'uniqueIdentifier' };

const TYPE_KEY = /type|soort|kind|sort|art$|aard|nature|role|rol$|relat(?:ie|ion)$/i;

/** The keys at a place that is known by its values: the type is the only other key, or the one that says so. */
function keysOf(place: FieldPlace | undefined): LinkKeys {
  const { item } = place ?? {};
  const [code, ...deeper] = item?.value ?? [];
  if (!item || code === undefined || deeper.length > 0) return SEEN;
  const others = item.keys.filter((key) => key !== code);
  const types = others.length === 1 ? others : others.filter((key) => key === SEEN.type || TYPE_KEY.test(key));
  return { code, type: types.length === 1 ? types[0] : undefined };
}

/** The links of a list; undefined for what is none, and for a list of items that have none of the keys. */
export function readLinks(list: unknown, place?: FieldPlace): readonly Link[] | undefined {
  if (!Array.isArray(list)) return undefined;
  const keys = keysOf(place);
  const items = list.filter((item): item is Record<string, unknown> => typeof item === 'object' && item !== null);
  if (items.length > 0 && items.every((item) => !Object.hasOwn(item, keys.code))) return undefined;
  return items.flatMap((item) => readLink(item, keys));
}

function readLink(item: Readonly<Record<string, unknown>>, { type, code }: LinkKeys): readonly Link[] {
  const relationCode = readText(item[code]);
  const role = type === undefined ? undefined : readText(item[type]);
  const means = role !== undefined && Object.hasOwn(LINK_TYPES, role) ? LINK_TYPES[role] : undefined;
  return relationCode ? [{ relationCode, ...(role && { role }), ...(means && { means }) }] : [];
}

/**
 * A relation's list of links with new ones at its end, under the keys of those that are there; what stands in it stays as it
 * is. Undefined where something else than a list stands there, and where the others do not show how one is written.
 */
export function appendLinks(list: unknown, links: readonly Link[], place?: FieldPlace): readonly unknown[] | undefined {
  if (!isEmpty(list) && !Array.isArray(list)) return undefined;
  const items: readonly unknown[] = Array.isArray(list) ? list : [];
  const { type, code } = keysOf(place);
  if (type === undefined || (items.length > 0 && readLinks(items, place) === undefined)) return undefined;
  const rawValue = (key: string) =>
    items.flatMap((item) => (item as Readonly<Record<string, unknown>> | null)?.[key] ?? []);
  const types = rawValue(type);
  const asText = types.some((one) => typeof one === 'string');
  const areWords = types.some((one) => typeof one === 'string' && !/^\d+$/.test(one));
  // Others are named by their ids, or by words: what the number or the code is there is not known.
  const isOfOtherForm = links.some(
    ({ role = '', relationCode = '' }) =>
      (areWords && /^\d+$/.test(role)) ||
      rawValue(code).some((one) => GUID.test(String(one)) !== GUID.test(relationCode)),
  );
  if (isOfOtherForm) return undefined;
  const added = links.map(({ role = '', relationCode }) => ({
    [type]: /^\d+$/.test(role) && !asText ? Number(role) : role,
    [code]: relationCode,
  }));
  return [...items, ...added];
}

const GUID = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i;
