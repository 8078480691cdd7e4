import type { Adminpulse } from '../../adminpulse/adminpulse.ts';
import type { RawRelation } from '../../adminpulse/read-relation.ts';
import { type FailureKind, isFailure } from '../../api/errors.ts';

/** The relation with this code or id; undefined on a failure of one of these kinds, by default where it is gone. */
export async function relationOrNothing(
  adminpulse: Adminpulse,
  code: string,
  nothingOn: readonly FailureKind[] = ['notFound'],
): Promise<RawRelation | undefined> {
  try {
    return await adminpulse.relation(code);
  } catch (error) {
    if (isFailure(error, ...nothingOn)) return undefined;
    throw error;
  }
}
