/**
 * How long the index of 20,000 relations takes to say which of them has a number: the lookup's transaction, in the real
 * browser's IndexedDB, and the question to the worker with its way there and back. Run alone, after a build:
 * `node test/bench/relation-index.ts`.
 */

import { sendToWorker } from '../e2e/messages.ts';
import { openOptions, openSession } from '../e2e/session.ts';
import { until } from '../e2e/until.ts';

const RELATIONS = 20_000;
const LOOKUPS = 300;
/** Milliseconds, for a transaction. */
const BUDGET = 1;

const median = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

const session = await openSession({ relations: RELATIONS, callsPerMinute: 100_000 });
try {
  const page = await openOptions(session.driven);
  await sendToWorker(page, 'refreshRelationIndex');
  const complete = await until('the index is complete', async () => {
    const now = await sendToWorker(page, 'getRelationIndex');
    return now.ok && (now.value.complete?.relations ?? 0) >= RELATIONS - 100 && now.value.complete;
  });

  const measured = await page.evaluate(async (lookups) => {
    const opening = indexedDB.open('relations');
    const database = await new Promise<IDBDatabase>((resolve) => {
      opening.onsuccess = () => resolve(opening.result);
    });
    const settled = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve) => {
        request.onsuccess = () => resolve(request.result);
      });
    const rows = await settled(database.transaction('relations').objectStore('relations').getAll(null, lookups));
    const keys = rows.flatMap(({ keys: [key] }: { keys: string[] }) => key ?? []);
    const times: number[] = [];
    const messages: number[] = [];
    for (const key of keys) {
      const start = performance.now();
      const transaction = database.transaction(['relations', 'state'], 'readonly');
      await settled(transaction.objectStore('state').get('state'));
      const found = await settled(transaction.objectStore('relations').index('number').getAll(key));
      times.push(performance.now() - start);
      if (found.length === 0) throw new Error('not found');
      const asked = performance.now();
      const data = { enterpriseNumbers: [key.split(':')[1]] };
      await chrome.runtime.sendMessage({ type: 'relationsOf', data });
      messages.push(performance.now() - asked);
    }
    return { times, messages };
  }, LOOKUPS);

  const lookup = median(measured.times);
  const isKept = lookup < BUDGET;
  console.log(`index of ${complete.relations} relations, ${measured.times.length} lookups, medians:`);
  console.log(`${isKept ? 'ok  ' : 'OVER'} lookup: ${lookup.toFixed(2)} of ${BUDGET} ms`);
  console.log(`     asked of the worker, with the way there and back: ${median(measured.messages).toFixed(2)} ms`);
  if (!isKept) process.exitCode = 1;
} finally {
  await session.close();
}
