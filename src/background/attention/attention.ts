import browser from 'webextension-polyfill';
import * as z from 'zod/mini';
import type { Service } from '../../company/company.ts';
import type { Attention, Connections } from '../../messages.ts';
import { connections } from '../connect.ts';
import { storageItem } from '../storage-item.ts';

type Situation = {
  /** Whether the user still grants all hosts. */
  readonly hostsGranted: boolean;
  readonly connections: Connections;
  /** The services that refused the stored credential since it was stored. */
  readonly refused: readonly Service[];
};

/** What needs the user most; undefined where all is well. */
export function mostUrgent({ hostsGranted, connections, refused }: Situation): Attention | undefined {
  const { adminpulse } = connections;
  if (!hostsGranted) return { kind: 'hostPermission' };
  if (adminpulse.state !== 'connected') return { kind: 'notConnected' };
  const service = refused.find((one) => connections[one].state === 'connected');
  if (service) return { kind: 'refused', service };
  const { expiry } = adminpulse;
  if (expiry?.state === 'past') return { kind: 'keyExpired', on: expiry.on };
  if (expiry?.state === 'soon') return { kind: 'keyExpires', on: expiry.on };
  return undefined;
}

/** Kept as long as the browser runs: a service that refuses a credential does so again. */
const refusedItem = storageItem('session', 'refused', z.array(z.enum(['openthebox', 'adminpulse'])));

/** Notes that a service refused the stored credential, or that this is over. */
export async function noteRefused(service: Service, isRefused: boolean): Promise<void> {
  await navigator.locks.request('refused', async () => {
    const others = ((await refusedItem.read()) ?? []).filter((other) => other !== service);
    await refusedItem.write(isRefused ? [...others, service] : others);
  });
}

export async function attention(): Promise<Attention | undefined> {
  const origins = browser.runtime.getManifest().host_permissions ?? [];
  const [hostsGranted, known, refused] = await Promise.all([
    browser.permissions.contains({ origins }),
    connections(),
    refusedItem.read(),
  ]);
  return mostUrgent({ hostsGranted, connections: known, refused: refused ?? [] });
}
