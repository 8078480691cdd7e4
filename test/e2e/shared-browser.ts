import { type Sandbox, type SandboxOptions, startSandbox } from '../sandbox/sandbox.ts';
import { chosenBrowser, type Driven, launch } from './browsers.ts';
import { sendToWorker } from './messages.ts';

/** The browser and the sandbox that the files of scenarios use one after the other: a start takes longer than most scenarios. */
type Shared = { readonly driven: Driven; readonly sandbox: Sandbox };

let shared: Shared | undefined;
let isInUse = false;

/** Takes the shared browser, in which the extension is as if it had just been installed. It is given back by `giveBack`. */
export async function takeShared(settings: SandboxOptions): Promise<Shared> {
  if (isInUse) throw new Error('Another session has the shared browser: open this one with `alone`.');
  isInUse = true;
  if (shared === undefined) {
    const sandbox = await startSandbox();
    shared = { sandbox, driven: await launch(chosenBrowser, { sandboxPort: sandbox.port }) };
  } else {
    await forgetAll(shared.driven);
  }
  const { driven, sandbox } = shared;
  sandbox.clearFaults();
  sandbox.reset(settings);
  const before = await driven.problems();
  return {
    sandbox: { ...sandbox, reset: (changes = {}) => sandbox.reset({ ...settings, ...changes }) },
    driven: { ...driven, problems: async () => without(await driven.problems(), before) },
  };
}

/** The next session may take it. It ends with this process. */
export function giveBack(): void {
  isInUse = false;
}

/** Ends the worker and deletes all that the extension stores and was granted. */
async function forgetAll(driven: Driven): Promise<void> {
  const page = await driven.openSilentPage();
  // Wakes a worker that is asleep: only one that runs can be ended.
  await sendToWorker(page, 'getConnections');
  await driven.killWorker();
  await page.evaluate(async () => {
    const databases = await indexedDB.databases();
    await Promise.all(
      databases.map(
        ({ name = '' }) =>
          new Promise<void>((resolve, reject) => {
            const request = indexedDB.deleteDatabase(name);
            request.onsuccess = () => resolve();
            request.onerror = () => reject(request.error);
          }),
      ),
    );
    await Promise.all([chrome.storage.local.clear(), chrome.storage.session.clear()]);
    const { optional_host_permissions: origins = [] } = chrome.runtime.getManifest();
    await chrome.permissions.remove({ origins });
  });
  // The worker that heard of it may have stored something of before.
  await page.evaluate(() => chrome.storage.session.clear());
  await page.close();
}

/** The lines that were not there before, each as often as it came since. */
function without(lines: readonly string[], before: readonly string[]): readonly string[] {
  const left = [...before];
  return lines.filter((line) => {
    const index = left.indexOf(line);
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
}
