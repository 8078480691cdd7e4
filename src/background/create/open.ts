import type { OwnCompany } from '../../adminpulse/adminpulse.ts';
import { isFailure, reviewGone } from '../../api/errors.ts';
import type { EnterpriseNumber } from '../../company/enterprise-number.ts';
import type { Creation, CreationState } from '../../messages/index.ts';
import { toFailure } from '../failures.ts';
import { allOrFirstFailure } from '../platform/async.ts';
import { userLanguage } from '../platform/language.ts';
import { isReviewLocked, tryWithReviewLock } from '../platform/locks.ts';
import { focusWindow, openWindow } from '../platform/page-window.ts';
import { findExisting } from '../relations/find-existing.ts';
import { loadOfficeProfile } from '../relations/office-profile.ts';
import { summarise } from '../relations/relation.ts';
import { loadCatalogue } from '../relations/value-catalogue.ts';
import type { Services } from '../services.ts';
import { opentheboxCredentials } from '../settings/credentials.ts';
import { reconcileCreation } from './create.ts';
import { draftOf } from './draft.ts';
import {
  creationContextItem,
  creationId,
  creationItem,
  creationPage,
  evictOldestCreation,
  setCreation,
} from './store.ts';

type Loading = Extract<CreationState, { phase: 'loading' }>;
const LOADING: Loading = { phase: 'loading', openthebox: 'waiting', adminpulse: 'waiting' };

/**
 * Opens the window in which a relation is made of a company. One that is open is brought to the front as it is: what the user
 * chose there stays.
 */
export async function openCreation(services: Services, number: EnterpriseNumber): Promise<void> {
  const id = creationId(number);
  await evictOldestCreation(id);
  // Two clicks at once open one window.
  await navigator.locks.request(`window:${id}`, async () => {
    const isOpen = await focusWindow(id, creationPage(id));
    if (isOpen && (await creationItem(id).read())) return;
    if (!(await isReviewLocked(id)))
      void loadCreation(services, await setCreation({ id, enterpriseNumber: number }, LOADING));
    if (!isOpen) await openWindow(id, creationPage(id));
  });
}

/** Reads both services again. */
export async function refreshCreation(services: Services, id: string): Promise<void> {
  await loadCreation(services, await knownCreation(id));
}

/**
 * The creation as its page shows it. One that is under way while no worker is at it was cut off when the worker ended:
 * reading starts again; a create is settled by looking the number up, never by sending again.
 */
export async function currentCreation(services: Services, id: string): Promise<Creation> {
  const creation = await knownCreation(id);
  if (creation.phase === 'loading') void loadCreation(services, creation, 'if it was cut off');
  if (creation.phase === 'creating') void reconcileCreation(services, id);
  return creation;
}

async function loadCreation(services: Services, creation: Creation, when?: 'if it was cut off'): Promise<void> {
  await tryWithReviewLock(creation.id, async () => {
    // It may have ended since it was looked at.
    if (when && (await creationItem(creation.id).read())?.phase !== 'loading') return;
    try {
      await setCreation(creation, await load(services, creation));
    } catch (error) {
      await setCreation(creation, { phase: 'failed', failure: toFailure(error) });
    }
  });
}

async function load(services: Services, creation: Creation): Promise<CreationState> {
  const { openthebox, adminpulse } = services;
  // Parsed when the creation was opened.
  const number = creation.enterpriseNumber as EnterpriseNumber;
  let progress = LOADING;
  await setCreation(creation, progress);
  const follow = async <T>(service: 'openthebox' | 'adminpulse', part: Promise<T>): Promise<T> => {
    const answer = await part;
    progress = { ...progress, [service]: 'done' };
    await setCreation(creation, progress);
    return answer;
  };

  const [proposed, profile] = await allOrFirstFailure([
    follow('openthebox', openthebox.company(number, userLanguage())),
    follow('adminpulse', loadProfileAndLookUp(services, number)),
  ]);
  if ('existing' in profile) return { phase: 'exists', relations: profile.existing.map((raw) => summarise(raw)) };
  const anonymous = (await opentheboxCredentials.read()) === undefined;
  const ownCompanies = await ownCompaniesOf(adminpulse);
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

/** None where the key may not list them. */
async function ownCompaniesOf(adminpulse: Services['adminpulse']): Promise<readonly OwnCompany[]> {
  try {
    return await adminpulse.ownCompanies();
  } catch (error) {
    if (isFailure(error, 'forbidden', 'unauthorized')) return [];
    throw error;
  }
}

/** Throws `reviewGone` for one that is not kept any more. */
async function knownCreation(id: string): Promise<Creation> {
  const creation = await creationItem(id).read();
  if (!creation) throw reviewGone();
  return creation;
}
