import { describe, expect, it } from 'vitest';
import { foreignCountry } from '../../../../src/popup/lookup/foreign-country.ts';
import { openedView, type View } from '../../../../src/popup/lookup/view.ts';

const KEPT: View = { typed: 'peeters', marked: 2, scrolled: 40, card: '0001007711' };

describe('the popup opens', () => {
  it('empty at first', () => {
    expect(openedView({})).toMatchObject({ typed: '', marked: 0 });
  });

  it('on what it showed when it was closed', () => {
    expect(openedView({ kept: KEPT })).toMatchObject(KEPT);
  });

  it('on the company of a page that it did not see yet, with what was typed behind it', () => {
    const view = openedView({ kept: KEPT, onPage: '0001004246' });
    expect(view).toMatchObject({ typed: 'peeters', marked: 2, card: '0001004246', onPage: '0001004246' });
  });

  it('on what it showed when it opens again on the same page', () => {
    const kept = { ...KEPT, onPage: '0001004246' };
    expect(openedView({ kept, onPage: '0001004246' })).toEqual(kept);
  });

  it('on the page’s company again after it was opened elsewhere', () => {
    const elsewhere = openedView({ kept: { ...KEPT, onPage: '0001004246' } });
    expect(openedView({ kept: elsewhere, onPage: '0001004246' }).card).toBe('0001004246');
  });

  it('on what the context menu asks for, above all', () => {
    const view = openedView({ kept: KEPT, asked: 'Garage', onPage: '0001004246' });
    expect(view).toMatchObject({ typed: 'Garage', marked: 0, scrolled: 0 });
    expect(view.card).toBeUndefined();
  });

  it('on the card of a number that is asked for', () => {
    expect(openedView({ asked: 'BE 0001.004.246' })).toMatchObject({ typed: 'BE 0001.004.246', card: '0001004246' });
  });
});

describe('a foreign VAT number', () => {
  it.each([
    ['NL004495445B01', 'NL'],
    ['nl 0044.95.445 B01', 'NL'],
    ['EL094259216', 'GR'],
    ['ATU13585627', 'AT'],
  ])('%s is of %s', (text, country) => {
    expect(foreignCountry(text)).toBe(country);
  });

  it.each(['BE0001004246', 'peeters', 'FR', 'de bakkerij 2000', 'NL004495446C01', ''])('is not %j', (text) => {
    expect(foreignCountry(text)).toBeUndefined();
  });
});
