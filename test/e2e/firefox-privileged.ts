import type { Browser } from 'puppeteer';
import { z } from 'zod';

/** Runs an expression with the rights of the browser itself; resolves to its value when that is plain. */
export type Privileged = (expression: string) => Promise<unknown>;

type Connection = { send(method: string, params: object): Promise<unknown> };

const treeSchema = z.object({
  result: z.object({ contexts: z.array(z.object({ context: z.string(), url: z.string() })) }),
});

const evaluationSchema = z.object({
  result: z.discriminatedUnion('type', [
    z.object({ type: z.literal('success'), result: z.object({ value: z.unknown().optional() }) }),
    z.object({ type: z.literal('exception'), exceptionDetails: z.object({ text: z.string() }) }),
  ]),
});

/** The connection is there in puppeteer's Firefox, though not in its types. */
function hasConnection(browser: Browser): browser is Browser & { readonly connection: Connection } {
  return 'connection' in browser && typeof browser.connection === 'object';
}

/**
 * Reaches Firefox's own window, over WebDriver BiDi with `moz:scope` "chrome". Firefox allows it when started with
 * `--remote-allow-system-access`.
 */
export async function privilegedIn(browser: Browser): Promise<Privileged> {
  if (!hasConnection(browser)) throw new Error('This puppeteer no longer shows its WebDriver BiDi connection.');
  const { connection } = browser;
  const tree = treeSchema.parse(
    await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome', maxDepth: 0 }),
  );
  const context = tree.result.contexts.find(({ url }) => url === 'chrome://browser/content/browser.xhtml')?.context;
  if (context === undefined) throw new Error("Firefox's own window was not found.");

  return async (expression) => {
    const answer = await connection.send('script.evaluate', { expression, target: { context }, awaitPromise: true });
    const { result } = evaluationSchema.parse(answer);
    if (result.type === 'exception') throw new Error(`In Firefox's own window: ${result.exceptionDetails.text}`);
    return result.result.value;
  };
}
