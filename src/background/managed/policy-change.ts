import browser from 'webextension-polyfill';
import { showBadge } from '../attention/badge.ts';
import { learntItem } from '../review/learnt.ts';
import { tokenItem } from '../services.ts';

/** What was got and learnt with the settings of before ends with them. Chrome tells of a new policy; Firefox restarts for one. */
export function followPolicy(): void {
  browser.storage.onChanged.addListener((_changes, area) => {
    if (area !== 'managed') return;
    void tokenItem.write(undefined);
    void learntItem.write(undefined);
    void showBadge();
  });
}
