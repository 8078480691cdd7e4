import browser from 'webextension-polyfill';
import { officeSchemaItem } from '../relations/office-profile.ts';
import { tokenItem } from '../services.ts';
import { showBadge } from './attention.ts';

/**
 * The token and the schema that were got with the settings of before end with them. Chrome tells of a new policy; Firefox restarts for one.
 * It is the area's own event: that of all areas would wake the worker at each change of a review.
 */
export function followPolicy(): void {
  browser.storage.managed.onChanged.addListener(() => {
    void tokenItem.write(undefined);
    void officeSchemaItem.write(undefined);
    void showBadge();
  });
}
