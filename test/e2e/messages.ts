import type { Page } from 'puppeteer';
import type { DataArgument } from '../../src/messages/channel.ts';
import type { Answer, WorkerMessage } from '../../src/messages/index.ts';

/** Sends a message to the worker, as this page of the extension does. */
export async function sendToWorker<M extends WorkerMessage>(
  page: Page,
  type: M,
  ...[data]: DataArgument<M>
): Promise<Answer<M>> {
  const answer = await page.evaluate((message): Promise<Answer<M> | undefined> => chrome.runtime.sendMessage(message), {
    type,
    ...(data !== undefined && { data }),
  });
  if (answer === undefined) throw new Error(`Nobody answered ${type}`);
  return answer;
}
