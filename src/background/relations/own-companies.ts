import type { Adminpulse } from '../../adminpulse/adminpulse.ts';
import type { OwnCompany } from '../../adminpulse/own-companies.ts';
import { isFailure } from '../../api/errors.ts';

/** The office's own companies; none where the key may not list them. */
export async function ownCompaniesOrNone(adminpulse: Adminpulse): Promise<readonly OwnCompany[]> {
  try {
    return await adminpulse.ownCompanies();
  } catch (error) {
    if (isFailure(error, 'forbidden', 'unauthorized')) return [];
    throw error;
  }
}
