import { describe, expect, it } from 'vitest';
import { fakeBrowser } from '../../../support/page-setup.ts';
import { comparison, ready, review } from './review-samples.ts';
import { box, button, heading, open } from './review-window.tsx';

describe('the keyboard', () => {
  it('reaches every control in reading order, and ticks with the space bar', async () => {
    const user = await open(ready());
    expect(document.activeElement).toBe(heading());
    const reached: string[] = [];
    for (let stop = 0; stop < 19; stop++) {
      await user.tab();
      const element = document.activeElement;
      reached.push(element?.getAttribute('aria-label') ?? element?.textContent ?? '');
    }
    expect(reached).toEqual([
      'Open in openthebox',
      'Check again',
      'All differences',
      'Update name',
      'Keep mine: Name',
      'Update legal form',
      'Keep mine: Legal form',
      'Update website',
      'Keep mine: Website',
      'Update address',
      'Keep mine: Address',
      'Update end of financial year',
      'Keep mine: End of financial year',
      '1 link · Show',
      'Keep mine: Linked relations',
      '2 links · Show',
      '4 fields are equal: enterprise number, VAT number, phone, incorporation date',
      'Cancel',
      'Apply changes',
    ]);
    box('Update legal form').focus();
    await user.keyboard(' ');
    expect(box('Update legal form').checked).toBe(true);
  });

  it('applies with Enter on the button, and with Ctrl+Enter or Cmd+Enter from anywhere', async () => {
    const user = await open(ready());
    button('Apply changes').focus();
    await user.keyboard('{Enter}');
    box('Update name').focus();
    await user.keyboard('{Control>}{Enter}{/Control}');
    await user.keyboard('{Meta>}{Enter}{/Meta}');
    expect(fakeBrowser.messages('applyReview')).toHaveLength(3);
  });

  it('does not apply with Enter on a checkbox', async () => {
    const user = await open(ready());
    box('Update name').focus();
    await user.keyboard('{Enter}');
    expect(fakeBrowser.messages('applyReview')).toEqual([]);
  });

  it('closes with Escape, and with Cancel', async () => {
    const user = await open(ready());
    await user.keyboard('{Escape}');
    await user.click(button('Cancel'));
    expect(fakeBrowser.closed).toEqual(['tab 7', 'tab 7']);
    expect(fakeBrowser.messages('applyReview')).toEqual([]);
  });

  it('does not close while a write is under way', async () => {
    const user = await open(review({ phase: 'applying', fields: ['name'], change: 'c1', ...comparison() }));
    await user.keyboard('{Escape}');
    expect(fakeBrowser.closed).toEqual([]);
  });
});
