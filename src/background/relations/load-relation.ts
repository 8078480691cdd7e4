import type { EnterpriseNumber } from '../../company/enterprise-number.ts';
import type { Services } from '../services.ts';
import { loadOfficeProfile } from './office-profile.ts';
import { type ReadRelation, readRelation } from './relation.ts';

/**
 * Reads the relation with this code or id, by the office's profile as it is now. Throws what a call throws, and
 * `otherCompany` where the relation has another number.
 */
export async function loadRelation(
  { adminpulse }: Pick<Services, 'adminpulse'>,
  code: string,
  number: EnterpriseNumber,
): Promise<ReadRelation> {
  const profile = await loadOfficeProfile(adminpulse);
  return readRelation(await adminpulse.relation(code), number, profile, Date.now());
}
