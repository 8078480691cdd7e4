import PQueue from 'p-queue';
import browser from 'webextension-polyfill';
import { type Adminpulse, createAdminpulse } from '../adminpulse/adminpulse.ts';
import { type ClientOptions, createClient } from '../api/client.ts';
import { notConnected } from '../api/errors.ts';
import type { Service } from '../company/company.ts';
import { createOpenthebox, OPENTHEBOX_URL, type Openthebox } from '../openthebox/openthebox.ts';
import {
  createTokenSource,
  type OpentheboxCredentials,
  requestToken,
  Token,
  type TokenSource,
} from '../openthebox/token.ts';
import { createVies, type Vies } from '../vies/vies.ts';
import { createLatestOnly, type LatestOnly } from './platform/async.ts';
import { storageItem } from './platform/storage-item.ts';
import { placesOf } from './relations/inferred-places.ts';
import { learnRowPlaces } from './relations/learn-row-places.ts';
import { createRelationIndex, type RelationIndex } from './relations/relation-index.ts';
import { adminpulseCredentials, opentheboxCredentials } from './settings/credentials.ts';
import { mappingOverrides } from './settings/mapping-overrides.ts';

/** Calls that AdminPulse allows a minute (its documentation). */
const ADMINPULSE_CALLS_A_MINUTE = 480;
const MINUTE = 60_000;
/** Calls under way at once, to each service. */
const CONCURRENCY = 4;

export const tokenItem = storageItem('session', 'openthebox-token', Token);

const bearer = (token: string) => `Bearer ${token}`;

const hasHostPermission = (origin: string) => browser.permissions.contains({ origins: [origin] });

/** The services as the worker calls them, with the stored credentials. */
export type Services = {
  readonly openthebox: Openthebox;
  readonly adminpulse: Adminpulse;
  readonly vies: Vies;
  readonly tokens: TokenSource;
  /** Keeps apart who looks something up. */
  readonly latest: LatestOnly;
  /** Which relations have a number. */
  readonly relations: RelationIndex;
};

/** What else a client of the stored credentials does. */
type ClientExtras = Pick<ClientOptions, 'schedule' | 'onRefused'>;

/** A token for credentials that may not be stored yet. */
export function requestTokenFor(credentials: OpentheboxCredentials, extras: ClientExtras = {}): Promise<Token> {
  const client = createClient({
    service: 'openthebox',
    baseUrl: OPENTHEBOX_URL,
    authorization: async () => undefined,
    hasHostPermission,
    ...extras,
  });
  return requestToken(client, credentials, Date.now());
}

/** AdminPulse under a key that may not be stored yet. */
export function adminpulseWith(apiKey: () => Promise<string>, extras: ClientExtras = {}) {
  return createAdminpulse({
    authorization: async () => bearer(await apiKey()),
    hasHostPermission,
    chosenPaths: async () => (await mappingOverrides()).adminpulse,
    places: () => placesOf('adminpulse'),
    onRows: learnRowPlaces,
    ...extras,
  });
}

/** `onRefused` is told which service refused the stored credential. */
export function createServices(onRefused: (service: Service) => Promise<void> = async () => {}): Services {
  const refusedBy = (service: Service) => () => onRefused(service);
  const queue = new PQueue({
    concurrency: CONCURRENCY,
    intervalCap: ADMINPULSE_CALLS_A_MINUTE,
    interval: MINUTE,
    strict: true,
  });
  const tokens = createTokenSource(
    async () => {
      const credentials = await opentheboxCredentials.read();
      if (!credentials) throw notConnected('openthebox');
      return requestTokenFor(credentials, { onRefused: refusedBy('openthebox') });
    },
    tokenItem,
    Date.now,
  );
  const anonymous = async () => (await opentheboxCredentials.read()) === undefined;

  return {
    tokens,
    latest: createLatestOnly(),
    vies: createVies({
      hasHostPermission,
      pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    }),
    relations: createRelationIndex(),
    openthebox: createOpenthebox({
      authorization: async () => ((await anonymous()) ? undefined : bearer((await tokens.get()).accessToken)),
      renewAuthorization: async (refused) => {
        await tokens.drop(refused.slice(bearer('').length));
        return !(await anonymous());
      },
      anonymous,
      hasHostPermission,
      chosenPaths: async () => (await mappingOverrides()).openthebox,
      places: () => placesOf('openthebox'),
      now: Date.now,
    }),
    adminpulse: adminpulseWith(
      async () => {
        const credentials = await adminpulseCredentials.read();
        if (!credentials) throw notConnected('adminpulse');
        return credentials.apiKey;
      },
      { schedule: (call) => queue.add(call), onRefused: refusedBy('adminpulse') },
    ),
  };
}
