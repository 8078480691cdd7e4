import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { adminpulseApi } from './adminpulse/api.ts';
import { HOSTS, makeCertificate } from './certificate.ts';
import { control } from './control.ts';
import { edited, type RelationEdit } from './edits.ts';
import { faultEffects } from './fault-effects.ts';
import type { ActiveFault, Fault } from './faults.ts';
import type { Change } from './model.ts';
import { openthebox } from './openthebox/api.ts';
import { pageSite } from './page-site.ts';
import { recorded } from './recorder.ts';
import type { SandboxOptions } from './settings.ts';
import type { Raw } from './shapes/shape.ts';
import { type Env, type RecordedRequest, State } from './state.ts';
import { vies } from './vies/api.ts';

export type { Fault } from './faults.ts';
export type { SandboxOptions } from './settings.ts';

/** AdminPulse, openthebox and VIES on one port of this machine, told apart by the `Host` of a request. */
export type Sandbox = {
  readonly port: number;
  /** Back to the start: relations, history, tokens, counts, requests, faults; settings too, changed by `options`. */
  reset(options?: SandboxOptions): void;
  /** Changes settings and leaves all else as it is. */
  configure(options: SandboxOptions): void;
  fault(fault: Fault): void;
  clearFaults(): void;
  /** Resolves as soon as a request is held by a fault of kind `hold`. */
  whenHeld(): Promise<void>;
  /** Lets every held request go on. */
  release(): void;
  /** Moves the sandbox's clock (rate limits, tokens, history), so that nobody has to wait. */
  advance(ms: number): void;
  /** The raw relation, by `APR…` code or id, in the present shape. Throws if there is none. */
  relation(code: string): Readonly<Raw>;
  /** As if a colleague edited the relation in AdminPulse's page; the same words in both shapes. */
  edit(code: string, edit: RelationEdit): void;
  /** The codes of the relations with this VAT or enterprise number, ten digits. */
  relationsWith(number: string): readonly string[];
  /** As if a colleague deleted the relation; whether there was one. */
  removeRelation(code: string): boolean;
  /** Newest first. */
  history(code: string): readonly Change[];
  /** Every request to the page's backend and the two services, oldest first. */
  requests(): readonly RecordedRequest[];
  stop(): Promise<void>;
};

/**
 * Starts the sandbox. Port 0, the default, takes a free one. A browser reaches it with the real host names mapped to it;
 * any other client by a `Host` header.
 */
export async function startSandbox({
  port = 0,
  ...options
}: SandboxOptions & { port?: number } = {}): Promise<Sandbox> {
  const state = new State(options);
  const site = siteByHost(state);
  const server = createAdaptorServer({
    fetch: site,
    createServer,
    serverOptions: await makeCertificate(),
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });

  const relationAt = (code: string) => {
    const relation = state.relations.find(code);
    if (!relation) throw new Error(`The sandbox has no relation ${code}`);
    return relation;
  };

  return {
    port: (server.address() as AddressInfo).port,
    reset: (next = {}) => state.reset(next),
    configure: (changes) => state.configure(changes),
    fault: (given) => {
      state.faults.add(given);
      if (state.faults.cuts && 'closeIdleConnections' in server) server.closeIdleConnections();
    },
    clearFaults: () => state.faults.clear(),
    whenHeld: () => state.faults.whenHeld(),
    release: () => state.faults.release(),
    advance: (ms) => state.clock.advance(ms),
    relation: (code) => state.shape.single(relationAt(code)),
    edit: (code, edit) => state.relations.save(edited(relationAt(code), edit), 'Sofie Lindeboom'),
    relationsWith: (number) =>
      state.relations
        .all()
        .filter(({ vatNumber, enterpriseNumber }) => [vatNumber, enterpriseNumber].includes(number))
        .map(({ code }) => code),
    removeRelation: (code) => state.relations.remove(code),
    history: (code) => state.relations.history(code),
    requests: () => state.requests,
    stop: () =>
      new Promise((resolve, reject) => {
        state.faults.clear();
        server.close((error) => (error ? reject(error) : resolve()));
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}

/** One site for each host; a host that is not ours (a browser's update calls) gets 404. */
function siteByHost(state: State) {
  const service = (host: ActiveFault['host'], routes: Hono<Env>) =>
    new Hono<Env>().use(recorded(state, host)).use(faultEffects(state.faults, host)).route('/', routes);
  const page = new Hono<Env>().use('/page-api/*', recorded(state, 'app.adminpulse.be')).route('/', pageSite(state));

  const sites = new Map<string, Hono<Env>>([
    ...HOSTS.pages.map((host) => [host, page] as const),
    ['api.adminpulse.be', service('api.adminpulse.be', adminpulseApi(state))],
    ['openthebox.be', service('openthebox.be', openthebox(state))],
    ['ec.europa.eu', service('ec.europa.eu', vies(state))],
    ...HOSTS.control.map((host) => [host, control(state)] as const),
  ]);
  const unknown = new Hono<Env>();

  return (request: Request, env: object) => {
    const host = (request.headers.get('Host') ?? '').replace(/:\d+$/, '').toLowerCase();
    return (sites.get(host) ?? unknown).fetch(request, env as Env['Bindings']);
  };
}
