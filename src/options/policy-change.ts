import browser, { type Storage } from 'webextension-polyfill';

/** Calls back when the administrator's settings change while the page is open, as Chrome can; returns how to end that. */
export function onPolicyChange(act: () => void): () => void {
  const listener = (_changes: Record<string, Storage.StorageChange>, area: string) => {
    if (area === 'managed') act();
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}
