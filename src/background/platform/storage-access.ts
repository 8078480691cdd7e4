import browser, { type Storage } from 'webextension-polyfill';

/** Chrome's, which the polyfill's types do not have. */
type WithAccessLevel = Storage.StorageArea & {
  setAccessLevel?(to: { readonly accessLevel: 'TRUSTED_CONTEXTS' }): Promise<void>;
};

/** Keeps AdminPulse's page, and the content script in it, from all that is stored. No area is needed there. */
export async function closeToContentScripts(): Promise<void> {
  const { local, session, sync, managed } = browser.storage;
  const areas: readonly WithAccessLevel[] = [local, session, sync, managed];
  // COMPAT(firefox): it has no access levels, so that the content script could read `local` and `managed`; it does not.
  // COMPAT(chrome): an older one refuses them for some areas.
  await Promise.allSettled(areas.map((area) => area.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' })));
}
