import { isFailure, isServiceFailure } from '../../api/errors.ts';
import type { ISODate, Service } from '../../company/company.ts';
import { localDay } from '../../company/dates.ts';
import type { Connection, Connections } from '../../messages/index.ts';
import type { OpentheboxCredentials } from '../../openthebox/token.ts';
import { toFailure } from '../failures.ts';
import { inferOfficePlaces } from '../relations/infer-places.ts';
import { inferredPlacesItem } from '../relations/inferred-places.ts';
import { inferFromRelations, officeSchemaItem } from '../relations/office-profile.ts';
import { ownCompaniesOrNone } from '../relations/own-companies.ts';
import { placeWatchItem } from '../relations/place-watch.ts';
import { rowPlacesItem } from '../relations/row-places.ts';
import { sampleRelations } from '../relations/sample-relations.ts';
import { catalogueItem } from '../relations/value-catalogue.ts';
import { adminpulseWith, requestTokenFor, type Services, tokenItem } from '../services.ts';
import { adminpulseCredentials, opentheboxCredentials } from '../settings/credentials.ts';
import { managedSettings } from '../settings/managed.ts';
import { expiryOf } from './expiry.ts';

/** How long a credential is kept: for good, or (`untilClosed`) until the browser closes. */
type Keeping = { readonly untilClosed?: boolean | undefined };

/** Tests the credentials against openthebox and keeps them only when it accepts them. */
export async function connectOpenthebox(
  services: Pick<Services, 'adminpulse' | 'openthebox'>,
  credentials: OpentheboxCredentials & Keeping,
): Promise<Connection> {
  try {
    const token = await requestTokenFor(credentials);
    await opentheboxCredentials.write(credentials);
    await tokenItem.write(token);
    await inferAnew(services);
    return (await connections()).openthebox;
  } catch (error) {
    return { state: 'failed', failure: toFailure(error) };
  }
}

/** With openthebox's companies beside them, the relations say more of where the facts stand. */
async function inferAnew({ adminpulse, openthebox }: Pick<Services, 'adminpulse' | 'openthebox'>): Promise<void> {
  if (!(await adminpulseCredentials.read())) return;
  try {
    await inferOfficePlaces(openthebox, await sampleRelations(adminpulse));
  } catch (error) {
    // openthebox is connected all the same; AdminPulse says at its own calls what is the matter.
    if (!isServiceFailure(error)) throw error;
  }
}

type AdminpulseKey = Keeping & { readonly apiKey: string; readonly expiresOn?: ISODate | undefined };

/**
 * Tests the key against AdminPulse, learns from a few relations how this office's AdminPulse holds the fields, and keeps the
 * key only when it may read relations.
 */
export async function connectAdminPulse(
  { openthebox }: Pick<Services, 'openthebox'>,
  { apiKey, ...noted }: AdminpulseKey,
): Promise<Connection> {
  const adminpulse = adminpulseWith(async () => apiKey);
  try {
    const relations = await sampleRelations(adminpulse);
    await inferFromRelations(relations);
    await inferOfficePlaces(openthebox, relations);
    await catalogueItem.write(undefined);
    const [own, mayWrite] = await Promise.all([ownCompaniesOrNone(adminpulse), mayWriteRelations(adminpulse)]);
    const label = own.map(({ name }) => name).join(', ');
    await adminpulseCredentials.write({ ...noted, apiKey, label, ...(mayWrite !== undefined && { mayWrite }) });
    return (await connections()).adminpulse;
  } catch (error) {
    return { state: 'failed', failure: toFailure(error) };
  }
}

/** Notes when the stored key expires; null: it is not known. */
export async function noteExpiry(expiresOn: ISODate | null): Promise<Connection> {
  const stored = await adminpulseCredentials.read();
  if (stored) {
    const { expiresOn: _, ...others } = stored;
    await adminpulseCredentials.write({ ...others, ...(expiresOn !== null && { expiresOn }) });
  }
  return (await connections()).adminpulse;
}

type Adminpulse = ReturnType<typeof adminpulseWith>;

/**
 * False when AdminPulse refuses a write for want of permission. It is tried on a relation that cannot exist, so nothing can
 * be changed; anything but a refusal leaves the question open, since the order of AdminPulse's checks is not documented.
 */
async function mayWriteRelations(adminpulse: Adminpulse): Promise<boolean | undefined> {
  try {
    await adminpulse.update({ id: '00000000-0000-0000-0000-000000000000' }, {});
    return undefined;
  } catch (error) {
    if (!isServiceFailure(error)) throw error;
    return isFailure(error, 'forbidden', 'unauthorized') ? false : undefined;
  }
}

/** How the two services stand, from what is stored. */
export async function connections(): Promise<Connections> {
  const [openthebox, token, adminpulse, managed] = await Promise.all([
    opentheboxCredentials.read(),
    tokenItem.read(),
    adminpulseCredentials.read(),
    managedSettings(),
  ]);
  return {
    openthebox: openthebox
      ? {
          state: 'connected',
          label: openthebox.clientId,
          ...(token && { until: new Date(token.expiresAt).toISOString() }),
          ...(managed.openthebox && { managed: true }),
          ...(openthebox.untilClosed && { untilClosed: true }),
        }
      : { state: 'none' },
    adminpulse: adminpulse
      ? {
          state: 'connected',
          label: adminpulse.label,
          ...(adminpulse.mayWrite !== undefined && { mayWrite: adminpulse.mayWrite }),
          ...(managed.adminpulse && { managed: true }),
          ...(adminpulse.untilClosed && { untilClosed: true }),
          ...(adminpulse.expiresOn && { expiry: expiryOf(adminpulse.expiresOn, localDay(new Date())) }),
        }
      : { state: 'none' },
  };
}

/** Removes a service's credentials, and all that was got with them. */
export async function forget({ relations }: Services, service: Service): Promise<void> {
  if (service === 'openthebox') {
    await opentheboxCredentials.write(undefined);
    await tokenItem.write(undefined);
  } else {
    await adminpulseCredentials.write(undefined);
    await officeSchemaItem.write(undefined);
    await inferredPlacesItem.write(undefined);
    await placeWatchItem.write(undefined);
    await rowPlacesItem.write(undefined);
    await catalogueItem.write(undefined);
    await relations.clear();
  }
}
