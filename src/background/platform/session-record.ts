import browser from 'webextension-polyfill';
import * as z from 'zod/mini';
import { reviewGone } from '../../api/errors.ts';
import type { Service } from '../../company/company.ts';
import type { Failure, Progress } from '../../messages/index.ts';
import type { SharedRecord } from '../../messages/storage-keys.ts';
import { toFailure } from '../failures.ts';
import { isReviewLocked, tryWithReviewLock, withLock } from './locks.ts';
import { isOpen, openOrFocus, tabItem } from './page-window.ts';
import { type StorageItem, storageItem } from './storage-item.ts';

/** What a record is about; it stays through all states. */
type Subject = { readonly id: string; readonly enterpriseNumber: string; readonly relationCode?: string };

type Loading = { readonly phase: 'loading'; readonly openthebox: Progress; readonly adminpulse: Progress };
type Failed = { readonly phase: 'failed'; readonly failure: Failure };

/** Notes that this part of what is read has arrived. */
export type Follow = <T>(service: Service, part: Promise<T>) => Promise<T>;

/** What is done to a record: reading what it shows, and finding out what became of a write that was cut off. */
type Work<R> = {
  load(record: R, when?: 'if it was cut off'): Promise<void>;
  reconcile(id: string): Promise<void>;
};

type Declared<R extends { readonly phase: string }, C> = {
  readonly shared: SharedRecord<R>;
  /** What the worker keeps beside what is shown. */
  readonly context: { readonly prefix: string; readonly schema: z.ZodMiniType<C> };
  /** The list of those that were opened, newest first, and the lock of whoever changes it. */
  readonly opened: 'reviews-opened' | 'creations-opened';
  /** So many are kept. */
  readonly maximum: number;
  /** The phases of a write: one without a lock was cut off, and is never begun again. */
  readonly writing: readonly R['phase'][];
  /** The key of its id in the address of its page. */
  readonly page: string;
  readonly windowLock: 'review-window:' | 'window:';
};

/** A record that a window shows: the worker keeps it in `storage.session`, for it outlives both window and worker. */
export type SessionRecord<R, S, C> = {
  item(id: string): StorageItem<R>;
  contextItem(id: string): StorageItem<C>;
  /** Moves a record to its next state; what it is about stays. */
  set(about: Subject, state: S): Promise<R>;
  /** Whether a window shows it. */
  isOpen(id: string): Promise<boolean>;
  /** Throws `reviewGone` for one that is not kept any more. */
  known(id: string): Promise<R>;
  /**
   * The record as its page shows it. One that is under way while no worker is at it was cut off when the worker ended: reading
   * starts again; what became of a write is found out. Both arrive as its next state.
   */
  current(id: string, work: Work<R>): Promise<R>;
  /**
   * Opens a record in its window, and reads meanwhile. One whose window is open is brought to the front as it is: what the user
   * ticked there stays.
   */
  open(about: Subject, work: Work<R>): Promise<void>;
  /**
   * Stores what `read` returns, or what went wrong, as the record's state. Where something is at the record already, that goes
   * on alone.
   */
  load(about: Subject, read: (follow: Follow) => Promise<S>, when?: 'if it was cut off'): Promise<void>;
};

export function sessionRecord<State extends { readonly phase: string }, C>(
  declared: Declared<Subject & (State | Loading | Failed), C>,
): SessionRecord<Subject & (State | Loading | Failed), State | Loading | Failed, C> {
  type S = State | Loading | Failed;
  type R = Subject & S;
  const { shared, context, maximum } = declared;
  const schema = z.custom<R>(shared.isRecord);
  const item = (id: string) => storageItem('session', shared.keyOf(id), schema);
  const contextItem = (id: string) => storageItem('session', `${context.prefix}${id}`, context.schema);
  const openedItem = storageItem('session', declared.opened, z.array(z.string()));
  const writing: readonly string[] = declared.writing;
  const isWriting = ({ phase }: R) => writing.includes(phase);

  const urlOf = (id: string) =>
    browser.runtime.getURL(`src/popup/popup.html#${declared.page}=${encodeURIComponent(id)}`);

  async function set({ id, enterpriseNumber, relationCode }: Subject, state: S): Promise<R> {
    const next = { id, enterpriseNumber, ...(relationCode && { relationCode }), ...state };
    await item(id).write(next);
    return next;
  }

  async function known(id: string): Promise<R> {
    const record = await item(id).read();
    if (!record) throw reviewGone();
    return record;
  }

  /** Notes that a record was opened, and removes those opened longest ago; one under way stays, and stays on the list. */
  const evictOldest = (id: string): Promise<void> =>
    withLock(declared.opened, async () => {
      const opened = [id, ...((await openedItem.read()) ?? []).filter((other) => other !== id)];
      const left: string[] = [];
      for (const old of opened.slice(maximum)) if (!(await tryWithReviewLock(old, () => remove(old)))) left.push(old);
      await openedItem.write([...opened.slice(0, maximum), ...left]);
    });

  async function remove(id: string): Promise<true> {
    for (const part of [item(id), contextItem(id), tabItem(id)]) await part.write(undefined);
    return true;
  }

  return {
    item,
    contextItem,
    set,
    known,
    isOpen: (id) => isOpen(id, urlOf(id)),

    async current(id, work) {
      const record = await known(id);
      if (record.phase === 'loading') void work.load(record, 'if it was cut off');
      if (isWriting(record)) void work.reconcile(id);
      return record;
    },

    async open(about, work) {
      const { id } = about;
      await evictOldest(id);
      await openOrFocus({ id, url: urlOf(id), lock: `${declared.windowLock}${id}` }, async (isShown) => {
        // A window that the browser restored after a restart has lost its record.
        const left = await item(id).read();
        if (isShown && left) return undefined;
        if (left && isWriting(left)) return () => work.reconcile(id);
        if (await isReviewLocked(id)) return undefined;
        const record = await set(about, LOADING);
        return () => work.load(record);
      });
    },

    async load(about, read, when) {
      await tryWithReviewLock(about.id, async () => {
        // It may have ended since it was looked at.
        if (when && (await item(about.id).read())?.phase !== 'loading') return;
        let progress = LOADING;
        const follow: Follow = async (service, part) => {
          const answer = await part;
          progress = { ...progress, [service]: 'done' };
          await set(about, progress);
          return answer;
        };
        try {
          await set(about, progress);
          await set(about, await read(follow));
        } catch (error) {
          await set(about, { phase: 'failed', failure: toFailure(error) });
        }
      });
    },
  };
}

const LOADING: Loading = { phase: 'loading', openthebox: 'waiting', adminpulse: 'waiting' };
