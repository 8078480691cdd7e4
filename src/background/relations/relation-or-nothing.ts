import type { Adminpulse } from '../../adminpulse/adminpulse.ts';
import type { RawRelation } from '../../adminpulse/read-relation.ts';
import { Forbidden, NotFound } from '../../api/errors.ts';

type Otherwise = {
  /** A relation that this key may not see counts as none too. */
  readonly unlessForbidden?: boolean;
};

/** The relation with this code or id; undefined where it is gone (404). */
export async function relationOrNothing(
  adminpulse: Adminpulse,
  code: string,
  { unlessForbidden = false }: Otherwise = {},
): Promise<RawRelation | undefined> {
  try {
    return await adminpulse.relation(code);
  } catch (error) {
    if (error instanceof NotFound || (unlessForbidden && error instanceof Forbidden)) return undefined;
    throw error;
  }
}
