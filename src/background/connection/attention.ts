import browser from 'webextension-polyfill';
import * as z from 'zod/mini';
import type { Service } from '../../company/company.ts';
import { attentionText } from '../../messages/attention-text.ts';
import type { Attention, Connections } from '../../messages/index.ts';
import { withLock } from '../platform/locks.ts';
import { storageItem } from '../platform/storage-item.ts';
import { connections } from './connect.ts';

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
  await withLock('refused', async () => {
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

const COLOUR = '#a8201a';

/** Shows at the toolbar's button that something needs the user; its title says what. */
export async function showBadge(): Promise<void> {
  const found = await attention();
  const name = browser.i18n.getMessage('extensionName');
  await Promise.all([
    browser.action.setBadgeText({ text: found ? '!' : '' }),
    browser.action.setBadgeBackgroundColor({ color: COLOUR }),
    browser.action.setTitle({ title: found ? `${name}: ${messageOf(found)}` : name }),
  ]);
}

function messageOf(found: Attention): string {
  const [key, ...values] = attentionText(found);
  return browser.i18n.getMessage(key, values);
}

/** Keeps the badge true to what the user grants; the rest shows it anew where it changes something. */
export function keepBadge(): void {
  browser.permissions.onAdded.addListener(() => void showBadge());
  browser.permissions.onRemoved.addListener(() => void showBadge());
  void showBadge();
}
