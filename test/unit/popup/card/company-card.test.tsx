import { screen } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import type { Failure } from '../../../../src/messages/index.ts';
import { fakeBrowser } from '../../../support/page-setup.ts';
import {
  answerOf,
  BAKERY,
  box,
  button,
  cardOf,
  field,
  HOLDING,
  lookUp,
  marked,
  open,
  openCard,
  pause,
  setUpLookup,
  status,
  user,
} from '../lookup/lookup-window.tsx';

setUpLookup();

describe('a company’s card', () => {
  const address = { street: 'Korenmarkt', number: '7', postalCode: '9000', municipality: 'Gent' };

  it('shows what openthebox has, and says what it does not have', async () => {
    await open({ relations: { '0001004246': [{ code: 'APR00510', name: 'Bakkerij Peeters' }] } });
    await lookUp('peeters');
    await openCard(cardOf(BAKERY, { address, incorporationDate: '2012-05-14', legalForm: 'BV' }));
    expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('Bakkerij Peeters & Zonen');
    expect(field('address')).toContain('Korenmarkt 79000 Gent');
    expect(field('incorporationDate')).toBe('14/05/2012');
    expect(field('website')).toBe('not in openthebox');
    expect(field('vatNumber')).toMatch(/An enterprise number is not always a VAT number/);
    expect(screen.getByText('APR00510')).toBeTruthy();
  });

  it('goes back to the list as it was, by Escape or by its button', async () => {
    await open();
    await lookUp('peeters');
    await user.keyboard('{ArrowDown}');
    await openCard(cardOf(HOLDING));
    expect(screen.getByText(/^Bankrupt: the receiver/)).toBeTruthy();
    await user.keyboard('{Escape}');
    expect(marked()).toBe('Peeters <b>Holding</b>');
    expect(document.activeElement).toBe(box());
    await openCard(cardOf(HOLDING));
    await user.click(button('Back to the list'));
    expect(marked()).toBe('Peeters <b>Holding</b>');
    expect(fakeBrowser.messages('lookUp')).toHaveLength(1);
  });

  it('is left by typing, which goes into the search box in the place of what was there', async () => {
    await open();
    await lookUp('peeters');
    await openCard();
    expect(document.activeElement?.tagName).toBe('H2');
    fakeBrowser.answer({ lookUp: { ok: true, value: answerOf('zo', []) } });
    await user.keyboard('zo');
    await pause();
    expect(box().value).toBe('zo');
    expect(screen.queryByRole('heading', { level: 2 })).toBeNull();
  });

  it('opens at once for a number, and Enter does what is most likely wanted', async () => {
    fakeBrowser.answer({ openReview: { ok: true, value: null } });
    await open({ relations: { '0001004246': [{ code: 'APR00510', name: 'Bakkerij' }] } });
    await user.type(box(), '1.004.246'.padStart(11, '00'));
    await openCard();
    expect(fakeBrowser.messages('getCompany')).toMatchObject([{ enterpriseNumber: '0001004246' }]);
    await user.keyboard('{Enter}');
    await pause();
    expect(fakeBrowser.messages('openReview')).toEqual([{ enterpriseNumber: '0001004246', relationCode: 'APR00510' }]);
  });

  it('offers to create the relation of a company that is none', async () => {
    fakeBrowser.answer({ openCreate: { ok: true, value: null } });
    await open({ relations: { '0001004246': [] } });
    await lookUp('peeters', [BAKERY]);
    await openCard();
    expect(screen.getByText('no relation with this number')).toBeTruthy();
    await user.click(button('Create relation'));
    await pause();
    expect(fakeBrowser.messages('openCreate')).toEqual([{ enterpriseNumber: '0001004246' }]);
  });

  it('copies the numbers and the address, and says so', async () => {
    const copied = vi.spyOn(navigator.clipboard, 'writeText');
    await open();
    await lookUp('peeters');
    await openCard(cardOf(BAKERY, { address, vatNumber: '0001004246' }));
    for (const name of ['Enterprise number', 'VAT number', 'Address']) {
      await user.click(button(`Copy: ${name}`));
      await pause();
    }
    expect(copied.mock.calls.flat()).toEqual(['0001.004.246', 'BE0001004246', 'Korenmarkt 7\n9000 Gent']);
    expect(status()).toBe('Copied: Korenmarkt 7\n9000 Gent');
    copied.mockRejectedValueOnce(new Error('not allowed'));
    await user.click(button('Copy: Address'));
    await pause();
    expect(status()).toMatch(/did not let it be copied/);
  });

  it('says why openthebox has none, and tries again on demand', async () => {
    await open();
    const failure: Failure = { kind: 'notFound', service: 'openthebox', subject: '0001004246' };
    fakeBrowser.answer({ getCompany: { ok: false, failure } });
    await user.type(box(), '0001.004.246{Enter}');
    await pause();
    expect(screen.getByRole('alert').textContent).toContain('openthebox does not know BE 0001.004.246');
    fakeBrowser.answer({ getCompany: { ok: true, value: cardOf(BAKERY) } });
    await user.click(button('Try again'));
    await pause();
    expect(field('name')).toBe('Bakkerij Peeters & Zonen');
  });
});
