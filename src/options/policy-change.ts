import browser from 'webextension-polyfill';

/** Calls back when the administrator's settings change while the page is open, as Chrome can; returns how to end that. */
export function onPolicyChange(act: () => void): () => void {
  const { onChanged } = browser.storage.managed;
  const listener = () => act();
  onChanged.addListener(listener);
  return () => onChanged.removeListener(listener);
}
