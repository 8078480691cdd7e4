import { describe, expect, it } from 'vitest';
import type { View } from '../../../../src/popup/lookup/lookup-state.ts';
import { fakeBrowser } from '../../../support/page-setup.ts';
import {
  BAKERY,
  button,
  cardOf,
  field,
  lookUp,
  open,
  openCard,
  pause,
  setUpLookup,
  status,
  user,
} from '../lookup/lookup-window.tsx';

setUpLookup();

describe('the check in VIES', () => {
  async function openBakery() {
    await open();
    await lookUp('peeters');
    await openCard();
  }

  it('asks for the permission first, and says what VIES answers', async () => {
    await openBakery();
    fakeBrowser.answer({ checkVat: { ok: true, value: { result: 'valid', name: 'BV PEETERS' } } });
    await user.click(button('Check in VIES'));
    await pause();
    expect(fakeBrowser.permissionsAsked).toEqual([['https://ec.europa.eu/*']]);
    expect(fakeBrowser.messages('checkVat')).toEqual([{ vatNumber: 'BE0001004246' }]);
    expect(field('vatNumber')).toContain('VIES: BE 0001.004.246 is an active VAT number, of BV PEETERS.');
    expect(status()).toBe('VIES: BE 0001.004.246 is an active VAT number, of BV PEETERS.');
  });

  it.each([
    [{ result: 'valid' } as const, 'VIES: BE 0001.004.246 is an active VAT number.'],
    [{ result: 'invalid' } as const, 'VIES: BE 0001.004.246 is not an active VAT number.'],
    [{ result: 'busy' } as const, 'VIES is too busy to answer'],
    [{ result: 'unavailable' } as const, 'VIES cannot reach the country’s VAT register'],
    [{ result: 'timeout' } as const, 'did not answer VIES in time'],
    [{ result: 'notTaken' } as const, 'VIES does not take BE 0001.004.246'],
    [
      { result: 'unclear', code: 'VAT_BLOCKED' } as const,
      'VIES did not say whether BE 0001.004.246 is active (VAT_BLOCKED)',
    ],
  ])('says %o', async (answer, sentence) => {
    await openBakery();
    fakeBrowser.answer({ checkVat: { ok: true, value: answer } });
    await user.click(button('Check in VIES'));
    await pause();
    expect(field('vatNumber')).toContain(sentence);
  });

  it('is not made without the permission', async () => {
    await openBakery();
    fakeBrowser.grantsPermission = false;
    await user.click(button('Check in VIES'));
    await pause();
    expect(field('vatNumber')).toContain('Without your permission for ec.europa.eu');
    expect(fakeBrowser.messages('checkVat')).toEqual([]);
  });

  it('is made when the popup opens again, if the question for the permission had closed it', async () => {
    const view: View = { typed: '', marked: 0, scrolled: 0, card: '0001004246', vatAsked: 'BE0001004246' };
    fakeBrowser.session.set('lookup-view', view);
    fakeBrowser.hasPermission = true;
    fakeBrowser.answer({
      getCompany: { ok: true, value: cardOf(BAKERY) },
      checkVat: { ok: true, value: { result: 'invalid' } },
    });
    await open();
    expect(field('vatNumber')).toContain('is not an active VAT number');
  });
});
