import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { vi } from 'vitest';

type Json = Record<string, unknown>;
type Answer = { readonly status: number; readonly body?: unknown };
type Route = (call: { readonly path: string; readonly body: unknown }) => Answer | Promise<Answer>;

/** Does an effect and hands its result to the worker that asked for it. */
export type Gate = <T>(effect: () => Promise<T>) => Promise<T>;

/**
 * The world around the worker, in memory: the browser, its database and the network. It stands for the border only;
 * all of the worker is the real one.
 */
export class World {
  readonly session = new Map<string, unknown>();
  readonly local = new Map<string, unknown>();
  /** What the administrator set. */
  readonly managed = new Map<string, unknown>();
  /** The session's content after each change of it. */
  readonly moments: ReadonlyMap<string, unknown>[] = [];
  /** `GET /relations/APR00510`, in order. */
  readonly calls: string[] = [];
  /** Paths of the calls that the worker ended. */
  readonly ended: string[] = [];
  /** The bodies of the writes. */
  readonly written: Json[] = [];
  /** Whether the user grants the hosts. */
  hostsGranted = true;
  /** The toolbar's button. */
  readonly badge = { text: '', title: '' };
  /** The pages of the extension that are open. */
  readonly pages: { documentUrl: string; tabId: number; windowId: number }[] = [];
  readonly focused: number[] = [];
  /** AdminPulse's tabs, and those of them that were sent a message. */
  readonly tabs: { id: number; url: string }[] = [];
  readonly told: number[] = [];
  readonly menu: Json[] = [];
  /** Addresses to which a tab went. */
  readonly visited: Json[] = [];
  /** Whether the browser lets the toolbar popup open by itself. */
  opensPopup = true;
  popups = 0;
  readonly routes = new Map<string, Route>();
  /** Waited for before a value that was read in the session reaches the worker. */
  beforeReadIsKnown: (value: unknown) => Promise<void> = async () => {};
  /** Answers every request in place of the routes. */
  sandbox: ((request: Request) => Response | Promise<Response>) | undefined;
  /** Everything that the worker does to the world, and waits for, goes through this. */
  gate: Gate = (effect) => effect();
  #nextTab = 1;

  answer(call: string, route: Route | Answer): void {
    this.routes.set(call, typeof route === 'function' ? route : () => route);
  }

  /** As `browser` of the worker. */
  readonly browser = {
    runtime: {
      id: 'fake',
      getManifest: () => ({ host_permissions: ['https://api.adminpulse.be/*'] }),
      getURL: (path: string) => `chrome-extension://fake/${path}`,
      getContexts: async () => this.pages.map((page) => ({ ...page, contextType: 'TAB' })),
    },
    storage: {
      session: this.#area(this.session, this.moments),
      local: this.#area(this.local, []),
      managed: { get: () => this.gate(async () => structuredClone(Object.fromEntries(this.managed))) },
    },
    tabs: {
      query: () => this.gate(async () => this.tabs),
      sendMessage: async (id: number) => void this.told.push(id),
      create: async (tab: Json) => void this.visited.push(tab),
      get: async (id: number) => {
        if (!this.pages.some(({ tabId }) => tabId === id)) throw new Error('No tab with this id');
        return { id, status: 'complete' };
      },
      update: async (id: number | Json) => {
        if (typeof id !== 'number') this.visited.push(id);
        else this.focused.push(id);
        return { windowId: 1 };
      },
    },
    windows: {
      create: async ({ url }: { url: string }) => {
        const tabId = this.#nextTab++;
        await Promise.resolve();
        this.pages.push({ documentUrl: url, tabId, windowId: 1 });
        return { tabs: [{ id: tabId }] };
      },
      update: async () => ({}),
    },
    permissions: { contains: async () => this.hostsGranted },
    i18n: { getUILanguage: () => 'nl', getMessage: (key: string, said = '') => `${key} ${said}`.trim() },
    contextMenus: {
      removeAll: async () => void this.menu.splice(0),
      create: (item: Json) => void this.menu.push(item),
    },
    action: {
      setBadgeText: async ({ text }: { text: string }) => void Object.assign(this.badge, { text }),
      setBadgeBackgroundColor: async () => {},
      setTitle: async ({ title }: { title: string }) => void Object.assign(this.badge, { title }),
      openPopup: async () => {
        if (!this.opensPopup) throw new Error('not allowed');
        this.popups += 1;
      },
    },
  };

  #area(area: Map<string, unknown>, moments: ReadonlyMap<string, unknown>[]) {
    // As a browser does, values are kept as copies.
    return {
      get: (key: string) =>
        this.gate(async () => {
          const value = structuredClone(area.get(key));
          if (area === this.session) await this.beforeReadIsKnown(value);
          return value === undefined ? {} : { [key]: value };
        }),
      set: (values: Json) =>
        this.gate(async () => {
          for (const [key, value] of Object.entries(values)) area.set(key, JSON.parse(JSON.stringify(value)));
          moments.push(new Map(area));
        }),
      remove: (key: string | string[]) =>
        this.gate(async () => {
          for (const one of [key].flat()) area.delete(one);
          moments.push(new Map(area));
        }),
    };
  }

  readonly fetch = (input: Request): Promise<Response> => this.gate(() => this.#fetch(input));

  async #fetch(input: Request): Promise<Response> {
    const request = new Request(input);
    const { pathname, search } = new URL(request.url);
    const text = await request.text();
    const body: unknown = text === '' ? undefined : JSON.parse(text);
    this.calls.push(`${request.method} ${pathname}${search}`);
    if (request.method === 'PUT') this.written.push(body as Json);
    if (this.sandbox)
      return this.sandbox(
        new Request(input.url, { method: request.method, headers: request.headers, ...(text && { body: text }) }),
      );
    const route = this.routes.get(`${request.method} ${pathname}`);
    const ended = new Promise<never>((_, reject) => {
      request.signal.addEventListener('abort', () => {
        this.ended.push(pathname);
        reject(request.signal.reason);
      });
    });
    const { status, body: answer } = (await Promise.race([route?.({ path: pathname, body }), ended])) ?? {
      status: 404,
    };
    return new Response(answer === undefined ? null : JSON.stringify(answer), { status });
  }

  reset(): void {
    for (const part of [this.session, this.local, this.managed, this.routes]) part.clear();
    vi.stubGlobal('indexedDB', new IDBFactory());
    this.beforeReadIsKnown = async () => {};
    this.hostsGranted = true;
    Object.assign(this.badge, { text: '', title: '' });
    this.sandbox = undefined;
    this.gate = (effect) => effect();
    this.opensPopup = true;
    this.popups = 0;
    const calls = [this.moments, this.calls, this.ended, this.written];
    const tabs = [this.pages, this.focused, this.tabs, this.told, this.menu, this.visited];
    for (const list of [...calls, ...tabs]) list.length = 0;
  }

  /** Puts the world in the place of the real one; before the worker's files are imported. */
  install(): void {
    vi.stubGlobal('browser', this.browser);
    vi.stubGlobal('chrome', this.browser);
    vi.stubGlobal('fetch', this.fetch);
    vi.stubGlobal('indexedDB', new IDBFactory());
  }
}
