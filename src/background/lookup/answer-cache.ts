import * as z from 'zod/mini';
import type { ISODateTime } from '../../company/company.ts';
import { storageItem } from '../platform/storage-item.ts';

/** Answers that are kept for a while, in memory: the newest few, each under what was asked. */
export type AnswerCache<T> = {
  read(asked: string): Promise<T | undefined>;
  keep(asked: string, answer: T): Promise<void>;
};

/** Milliseconds for which an answer is shown again instead of being asked for: registers change by the day. */
const MAX_AGE_MS = 60 * 60_000;

/** @param most so many answers are kept */
export function answerCache<T extends { readonly retrievedAt: ISODateTime }>(
  key: string,
  most: number,
): AnswerCache<T> {
  // Made by this worker, in memory only.
  const item = storageItem('session', key, z.array(z.object({ asked: z.string(), answer: z.custom<T>() })));
  return {
    async read(asked) {
      const kept = (await item.read())?.find((one) => one.asked === asked)?.answer;
      return kept && Date.now() - Date.parse(kept.retrievedAt) < MAX_AGE_MS ? kept : undefined;
    },
    async keep(asked, answer) {
      const others = ((await item.read()) ?? []).filter((one) => one.asked !== asked);
      await item.write([{ asked, answer }, ...others].slice(0, most));
    },
  };
}
