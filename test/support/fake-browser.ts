import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { vi } from 'vitest';
import english from '../../public/_locales/en/messages.json' with { type: 'json' };
import type { Answer, WorkerMessage } from '../../src/messages/index.ts';
import { FakeEvent } from './fake-event.ts';
import { FakeNetwork } from './fake-network.ts';
import { FakeStorageArea, type Gate } from './fake-storage.ts';

type Json = Record<string, unknown>;
type Message = { readonly type: WorkerMessage; readonly data: unknown };
type Answers = { [M in WorkerMessage]?: Answer<M> | (() => Answer<M>) };
type Respond = (response: unknown) => void;
type Receive = (message: unknown, sender: unknown, respond: Respond) => unknown;
type Texts = Record<string, { message: string }>;

type Options = {
  /** The extension's texts; without them, a text is its key with what is put in. */
  readonly texts?: Texts | undefined;
  /** Of the manifest. */
  readonly hosts?: readonly string[];
  /** Whether the user grants what the extension asks about. */
  readonly hasPermission?: boolean;
};

/**
 * The browser around the extension, in memory, as `browser` and `chrome` of the worker, a page or the content script, with
 * its network and its database. It stands for the border only: all of the extension is the real one.
 */
export class FakeBrowser {
  /** Everything that is done to the browser and waited for goes through this. */
  gate: Gate = (effect) => effect();
  readonly #throughGate: Gate = (effect) => this.gate(effect);
  readonly network = new FakeNetwork(this.#throughGate);
  readonly storage = {
    session: new FakeStorageArea(this.#throughGate),
    local: new FakeStorageArea(this.#throughGate),
    managed: new FakeStorageArea(this.#throughGate),
  };
  readonly session = this.storage.session.values;
  readonly local = this.storage.local.values;
  /** What the administrator set. */
  readonly managed = this.storage.managed.values;

  /** Whether the user grants the hosts, and what is asked for. */
  hasPermission: boolean;
  grantsPermission = true;
  readonly permissionsAsked: string[][] = [];
  readonly #permissionsChanged = new FakeEvent<() => void>();

  /** The pages of the extension that are open, as the browser knows them. */
  readonly pages: { documentUrl: string; tabId: number; windowId: number }[] = [];
  /** AdminPulse's tabs, and those of them that were sent a message. */
  readonly tabs: { id: number; url: string }[] = [];
  readonly told: number[] = [];
  readonly focused: number[] = [];
  /** Tabs that were opened or sent to an address, and what was closed. */
  readonly visited: Json[] = [];
  readonly closed: string[] = [];
  /** The tab of the page under test; without it that is the toolbar popup. */
  ownTab: number | undefined = 7;
  /** What our script finds in the page in front; undefined where the browser lets no script in. */
  foundOnPage: string | undefined;
  #nextTab = 1;

  /** The toolbar's button, and whether the browser lets its popup open by itself. */
  readonly badge = { text: '', title: '' };
  opensPopup = true;
  popups = 0;
  readonly menu: Json[] = [];

  /** The messages that went out. */
  readonly sent: Message[] = [];
  /** Undefined after an update of the extension. */
  id: string | undefined = 'fake';
  /** Those that listen for messages of the worker. */
  readonly received = new FakeEvent<Receive>();
  /** Answers every message in place of the answers, in the form of the wire; it may fail. */
  answerAll: ((message: unknown) => Promise<unknown>) | undefined;
  #answers: Answers = {};
  #lostMessages = 0;
  #waiting: (() => void)[] | undefined;
  readonly #options: Options;

  constructor(options: Options = { texts: english }) {
    this.#options = options;
    this.hasPermission = options.hasPermission ?? true;
    Object.defineProperty(this.api.runtime, 'id', { get: () => this.id });
  }

  /** The addresses of the tabs that were opened or sent somewhere. */
  get opened(): readonly unknown[] {
    return this.visited.map(({ url }) => url);
  }

  /** What the worker answers from now on. A message without an answer here never gets one. */
  answer(answers: Answers): void {
    this.#answers = { ...this.#answers, ...answers };
  }

  /** From now on a message of this type gets no answer. */
  leaveUnanswered(type: keyof Answers): void {
    const { [type]: _, ...others } = this.#answers;
    this.#answers = others;
  }

  /** From now on answers wait; the function returned lets them go, the latest first where `reversed`. */
  hold(): (order?: 'reversed') => void {
    const waiting: (() => void)[] = [];
    this.#waiting = waiting;
    return (order) => {
      this.#waiting = undefined;
      for (const respond of order === 'reversed' ? waiting.toReversed() : waiting) respond();
    };
  }

  /** From now on nobody receives a message, or so many messages. */
  loseWorker(messages = Number.POSITIVE_INFINITY): void {
    this.#lostMessages = messages;
  }

  /** The data of the messages of one kind that went out. */
  messages(type: WorkerMessage): unknown[] {
    return this.sent.filter((message) => message.type === type).map(({ data }) => data);
  }

  /** Sends a message to those that listen, as the browser does; undefined where none of them answers. */
  tell(message: unknown): Promise<unknown> {
    return new Promise((resolve) => {
      const answers = [...this.received.listeners].map((listen) => listen(message, { id: this.id }, resolve));
      if (!answers.includes(true)) resolve(undefined);
    });
  }

  /** The worker stores a value in `storage.session`. */
  store(key: string, newValue: unknown): void {
    this.storage.session.onChanged.fire({ [key]: { newValue } });
  }

  /** The administrator's settings change. */
  changePolicy(): void {
    this.storage.managed.onChanged.fire({});
  }

  /** The user grants hosts, or takes them back. */
  changePermissions(): void {
    this.#permissionsChanged.fire();
  }

  readonly api = {
    runtime: {
      id: 'fake',
      getManifest: () => ({ version: '0.1.0', host_permissions: [...(this.#options.hosts ?? HOSTS)] }),
      getURL: (path: string) => `chrome-extension://fake/${path}`,
      getContexts: async () => this.pages.map((page) => ({ ...page, contextType: 'TAB' })),
      openOptionsPage: async () => void this.visited.push({ url: 'options' }),
      sendMessage: (message: Message) => this.#send(message),
      onMessage: this.received,
    },
    storage: {
      session: this.storage.session.api,
      local: this.storage.local.api,
      managed: this.storage.managed.api,
    },
    tabs: {
      query: () => this.gate(async () => (this.tabs.length > 0 ? this.tabs : [{ id: 3, url: '' }])),
      getCurrent: async () => (this.ownTab === undefined ? undefined : { id: this.ownTab }),
      sendMessage: async (id: number) => void this.told.push(id),
      create: async (tab: Json) => void this.visited.push(tab),
      get: async (id: number) => {
        if (!this.pages.some(({ tabId }) => tabId === id)) throw new Error('No tab with this id');
        return { id, status: 'complete' };
      },
      update: async (id: number | Json) => {
        if (typeof id === 'number') this.focused.push(id);
        else this.visited.push(id);
        return { windowId: 1 };
      },
      remove: async (id: number) => void this.closed.push(`tab ${id}`),
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
    permissions: {
      contains: async () => this.hasPermission,
      request: async ({ origins }: { origins: string[] }) => {
        this.permissionsAsked.push(origins);
        return this.grantsPermission;
      },
      onAdded: this.#permissionsChanged,
      onRemoved: this.#permissionsChanged,
    },
    i18n: {
      getUILanguage: () => 'nl',
      getMessage: (key: string, given: Given = []) => this.#text(key, [given].flat()),
    },
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
    scripting: {
      executeScript: async () => {
        if (this.foundOnPage === undefined) throw new Error('Cannot access contents of the page');
        return [{ result: this.foundOnPage }];
      },
    },
  };

  /** Puts it in the place of the real one; before files of the extension are imported. */
  install(): void {
    vi.stubGlobal('browser', this.api);
    vi.stubGlobal('chrome', this.api);
    vi.stubGlobal('fetch', this.network.fetch);
    vi.stubGlobal('indexedDB', new IDBFactory());
  }

  reset(): void {
    vi.stubGlobal('indexedDB', new IDBFactory());
    this.gate = (effect) => effect();
    this.network.reset();
    for (const area of Object.values(this.storage)) area.reset();
    Object.assign(this, {
      hasPermission: this.#options.hasPermission ?? true,
      grantsPermission: true,
      ownTab: 7,
      foundOnPage: undefined,
      opensPopup: true,
      popups: 0,
      id: 'fake',
      answerAll: undefined,
    });
    Object.assign(this.badge, { text: '', title: '' });
    this.#answers = {};
    this.#lostMessages = 0;
    this.#waiting = undefined;
    const tabs = [this.pages, this.tabs, this.told, this.focused, this.visited, this.closed];
    for (const list of [...tabs, this.permissionsAsked, this.menu, this.sent]) list.length = 0;
  }

  #text(key: string, given: readonly string[]): string {
    const { texts } = this.#options;
    if (!texts) return [key, ...given].join(' ').trim();
    return (texts[key]?.message ?? '').replaceAll(/\$(\d)/g, (_, place) => given[Number(place) - 1] ?? '');
  }

  async #send(message: Message): Promise<unknown> {
    const { type, data } = message;
    this.sent.push({ type, data });
    if (this.answerAll) return this.answerAll(message);
    if (this.#lostMessages > 0) {
      this.#lostMessages -= 1;
      throw new Error('Could not establish connection. Receiving end does not exist.');
    }
    const answer = this.#answers[type];
    if (answer === undefined) return new Promise(() => {});
    const response = typeof answer === 'function' ? answer() : answer;
    const waiting = this.#waiting;
    return waiting === undefined ? response : new Promise((resolve) => waiting.push(() => resolve(response)));
  }
}

type Given = string | readonly string[];

const HOSTS = ['https://app.adminpulse.be/*', 'https://openthebox.be/*'];
