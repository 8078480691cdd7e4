import { isEmpty } from '../api/json-path.ts';
import type { Link } from '../company/company.ts';

/**
 * A relation's list of links with new ones at its end; what stands in it stays as it is. Undefined where something else than
 * a list stands there. `linkType` and `uniqueIdentifier` are the keys that were seen in public code.
 */
export function appendLinks(list: unknown, links: readonly Link[]): readonly unknown[] | undefined {
  if (!isEmpty(list) && !Array.isArray(list)) return undefined;
  const items: readonly unknown[] = Array.isArray(list) ? list : [];
  const asText = items.some((item) => typeof (item as { linkType?: unknown } | null)?.linkType === 'string');
  const added = links.map(({ role = '', relationCode }) => ({
    linkType: /^\d+$/.test(role) && !asText ? Number(role) : role,
    uniqueIdentifier: relationCode,
  }));
  return [...items, ...added];
}
