import type { Adminpulse, OwnCompany } from '../../adminpulse/adminpulse.ts';
import { Forbidden, Unauthorized } from '../../api/errors.ts';

/** The office's own companies; none where the key may not list them. */
export async function ownCompaniesOrNone(adminpulse: Adminpulse): Promise<readonly OwnCompany[]> {
  try {
    return await adminpulse.ownCompanies();
  } catch (error) {
    if (error instanceof Forbidden || error instanceof Unauthorized) return [];
    throw error;
  }
}
