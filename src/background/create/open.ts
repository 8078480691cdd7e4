import type { EnterpriseNumber } from '../../company/enterprise-number.ts';
import type { Creation, CreationState } from '../../messages/index.ts';
import { allOrFirstFailure } from '../platform/async.ts';
import { userLanguage } from '../platform/language.ts';
import type { Follow } from '../platform/session-record.ts';
import { findExisting } from '../relations/find-existing.ts';
import { loadOfficeProfile } from '../relations/office-profile.ts';
import { ownCompaniesOrNone } from '../relations/own-companies.ts';
import { loadCatalogue } from '../relations/value-catalogue.ts';
import type { Services } from '../services.ts';
import { opentheboxCredentials } from '../settings/credentials.ts';
import { reconcileCreation } from './create.ts';
import { draftOf } from './draft.ts';
import { existsAs } from './exists-as.ts';
import { creationContextItem, creationId, creations } from './store.ts';

const work = (services: Services) => ({
  load: (creation: Creation, when?: 'if it was cut off') => loadCreation(services, creation, when),
  reconcile: (id: string) => reconcileCreation(services, id),
});

/** Opens the window in which a relation is made of a company, or brings it to the front. */
export const openCreation = (services: Services, number: EnterpriseNumber): Promise<void> =>
  creations.open({ id: creationId(number), enterpriseNumber: number }, work(services));

/** Reads both services again. */
export async function refreshCreation(services: Services, id: string): Promise<void> {
  await loadCreation(services, await creations.known(id));
}

/** The creation as its page shows it. */
export const currentCreation = (services: Services, id: string): Promise<Creation> =>
  creations.current(id, work(services));

const loadCreation = (services: Services, creation: Creation, when?: 'if it was cut off'): Promise<void> =>
  creations.load(creation, (follow) => load(services, creation, follow), when);

async function load(services: Services, creation: Creation, follow: Follow): Promise<CreationState> {
  const { openthebox, adminpulse } = services;
  // Parsed when the creation was opened.
  const number = creation.enterpriseNumber as EnterpriseNumber;
  const [proposed, profile] = await allOrFirstFailure([
    follow('openthebox', openthebox.company(number, userLanguage())),
    follow('adminpulse', loadProfileAndLookUp(services, number)),
  ]);
  if ('existing' in profile) return existsAs(profile.existing);
  const anonymous = (await opentheboxCredentials.read()) === undefined;
  const ownCompanies = await ownCompaniesOrNone(adminpulse);
  const { draft, context } = draftOf({ proposed, ...profile, ownCompanies, anonymous });
  await creationContextItem(creation.id).write(context);
  return { phase: 'ready', draft };
}

async function loadProfileAndLookUp(services: Services, number: EnterpriseNumber) {
  const existing = await findExisting(services, number, 'at once');
  if (existing.length > 0) return { existing };
  const catalogue = await loadCatalogue(services.adminpulse);
  return { catalogue, profile: await loadOfficeProfile(services.adminpulse) };
}
