import english from '../../../public/_locales/en/messages.json' with { type: 'json' };
import type { Answer, WorkerMessage } from '../../../src/messages/index.ts';

type Message = { readonly type: WorkerMessage; readonly data: unknown };
type Answers = { [M in WorkerMessage]?: Answer<M> | (() => Answer<M>) };
type SessionListener = (changes: Record<string, { newValue?: unknown }>) => void;
type Texts = Record<string, { message: string }>;

/**
 * What the browser and the worker are to a page: texts, messages that go out, reviews that come in. It stands for the
 * border only; nothing of the page is replaced.
 */
export class FakeBrowser {
  readonly sent: Message[] = [];
  readonly opened: string[] = [];
  readonly closed: string[] = [];
  readonly permissionsAsked: string[][] = [];
  grantsPermission = true;
  /** Whether a permission that is asked about is there already. */
  hasPermission = false;
  /** What stands in `storage.session`. */
  readonly session = new Map<string, unknown>();
  /** What our script finds in the page in front; undefined where the browser lets no script in. */
  foundOnPage: string | undefined;
  /** Without it the page is the toolbar popup. */
  ownTab: number | undefined = 7;
  readonly #texts: Texts;
  readonly #listeners = new Set<SessionListener>();
  readonly #policyListeners = new Set<() => void>();
  readonly #permissionListeners = new Set<() => void>();
  #answers: Answers = {};
  #lostMessages = 0;
  #held: (() => void)[] | undefined;

  constructor(texts: Texts = english) {
    this.#texts = texts;
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
    const raw: (() => void)[] = [];
    this.#held = raw;
    return (order) => {
      this.#held = undefined;
      for (const respond of order === 'reversed' ? raw.toReversed() : raw) respond();
    };
  }

  /** From now on nobody receives a message, or so many messages. */
  loseWorker(messages = Number.POSITIVE_INFINITY): void {
    this.#lostMessages = messages;
  }

  /** The worker stores a value in `storage.session`. */
  store(key: string, newValue: unknown): void {
    for (const listener of this.#listeners) listener({ [key]: { newValue } });
  }

  /** The administrator's settings change. */
  changePolicy(): void {
    for (const listener of this.#policyListeners) listener();
  }

  /** The user grants hosts, or takes them back. */
  changePermissions(): void {
    for (const listener of this.#permissionListeners) listener();
  }

  /** The messages of one kind that went out. */
  messages(type: WorkerMessage): unknown[] {
    return this.sent.filter((message) => message.type === type).map(({ data }) => data);
  }

  reset(): void {
    this.sent.length = 0;
    this.opened.length = 0;
    this.closed.length = 0;
    this.permissionsAsked.length = 0;
    this.grantsPermission = true;
    this.hasPermission = false;
    this.session.clear();
    this.foundOnPage = undefined;
    this.ownTab = 7;
    this.#listeners.clear();
    this.#policyListeners.clear();
    this.#permissionListeners.clear();
    this.#answers = {};
    this.#lostMessages = 0;
    this.#held = undefined;
  }

  /** As `chrome` and `browser` of an extension page. */
  readonly api = {
    i18n: {
      getMessage: (key: string, substitutions: readonly string[] = []) =>
        (this.#texts[key]?.message ?? '').replaceAll(/\$(\d)/g, (_, place) => substitutions[Number(place) - 1] ?? ''),
    },
    runtime: {
      id: 'fake',
      getManifest: () => ({
        version: '0.1.0',
        host_permissions: ['https://app.adminpulse.be/*', 'https://openthebox.be/*'],
      }),
      openOptionsPage: async () => void this.opened.push('options'),
      sendMessage: (message: Message) => this.#send(message),
    },
    storage: {
      managed: {
        onChanged: {
          addListener: (listener: () => void) => void this.#policyListeners.add(listener),
          removeListener: (listener: () => void) => void this.#policyListeners.delete(listener),
        },
      },
      session: {
        get: async (keys: readonly string[]) =>
          Object.fromEntries(keys.flatMap((key) => (this.session.has(key) ? [[key, this.session.get(key)]] : []))),
        set: async (values: Record<string, unknown>) => {
          for (const [key, value] of Object.entries(values)) this.session.set(key, structuredClone(value));
        },
        remove: async (key: string) => void this.session.delete(key),
        onChanged: {
          addListener: (listener: SessionListener) => void this.#listeners.add(listener),
          removeListener: (listener: SessionListener) => void this.#listeners.delete(listener),
        },
      },
    },
    scripting: {
      executeScript: async () => {
        if (this.foundOnPage === undefined) throw new Error('Cannot access contents of the page');
        return [{ result: this.foundOnPage }];
      },
    },
    tabs: {
      query: async () => [{ id: 3 }],
      getCurrent: async () => (this.ownTab === undefined ? undefined : { id: this.ownTab }),
      create: async ({ url }: { url: string }) => void this.opened.push(url),
      remove: async (id: number) => void this.closed.push(`tab ${id}`),
    },
    permissions: {
      contains: async () => this.hasPermission,
      request: async ({ origins }: { origins: string[] }) => {
        this.permissionsAsked.push(origins);
        return this.grantsPermission;
      },
      onAdded: eventOf(this.#permissionListeners),
      onRemoved: eventOf(this.#permissionListeners),
    },
  };

  async #send({ type, data }: Message): Promise<unknown> {
    this.sent.push({ type, data });
    if (this.#lostMessages > 0) {
      this.#lostMessages -= 1;
      throw new Error('Could not establish connection. Receiving end does not exist.');
    }
    const answer = this.#answers[type];
    if (answer === undefined) return new Promise(() => {});
    const response = typeof answer === 'function' ? answer() : answer;
    const held = this.#held;
    return held === undefined ? response : new Promise((resolve) => held.push(() => resolve(response)));
  }
}

function eventOf<Listener>(listeners: Set<Listener>) {
  return {
    addListener: (listener: Listener) => void listeners.add(listener),
    removeListener: (listener: Listener) => void listeners.delete(listener),
  };
}
