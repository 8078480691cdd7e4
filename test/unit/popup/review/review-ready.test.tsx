import { screen, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { fakeBrowser, settle } from '../../../support/page-setup.ts';
import { axeViolations } from '../../ui/axe.ts';
import { bakeryChanges, change, ready } from './review-samples.ts';
import { box, button, heading, open, row, status, table } from './review-window.tsx';

describe('places that are presumed', () => {
  const held = { writable: false, ticked: false, reason: 'reasonPresumed' } as const;
  const changes = bakeryChanges().map((row) =>
    row.field === 'website' || row.field === 'address' ? { ...row, ...held } : row,
  );
  const doubts = [
    { service: 'adminpulse', field: 'address', kind: 'differs', of: 9 },
    { service: 'openthebox', field: 'phone', kind: 'vanished', of: 4 },
    { service: 'adminpulse', field: 'phone', kind: 'moved' },
  ] as const;

  it('are confirmed together: those that never were certain, and those that are not any more, each with its reason', async () => {
    const user = await open(ready({ changes, doubts }));
    fakeBrowser.answer({ confirmPlaces: { ok: true, value: null }, refreshReview: { ok: true, value: null } });
    const notices = screen.getByRole('region', { name: 'Please note' }).textContent;
    expect(notices).toContain('Found by their values alone, and presumed: website.');
    expect(notices).toContain('Address: no longer agrees with openthebox in the last 9 relations.');
    expect(notices).toContain('Phone: nothing was read at its place in openthebox in the last 4 relations.');
    expect(notices).toContain('Phone: stands in another place in AdminPulse than before.');
    expect(notices).toContain('They were certain or confirmed before.');
    expect(await axeViolations()).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Confirm' }));
    await settle();
    expect(fakeBrowser.messages('confirmPlaces')).toEqual([{ fields: ['website', 'address', 'phone'] }]);
    expect(fakeBrowser.messages('refreshReview')).toHaveLength(1);
  });
});

describe('a review that is ready', () => {
  it('is headed by the company, its number, the relation and the age of the data', async () => {
    await open(ready());
    expect(fakeBrowser.messages('getReview')).toEqual([{ reviewId: 'r1' }]);
    expect(heading().textContent).toBe('Bakkerij Peeters & Zonen');
    const header = document.querySelector('header')?.textContent;
    for (const fact of ['BE 0001.004.246', 'APR00510', 'customer code 1007', 'openthebox, a moment ago']) {
      expect(header).toContain(fact);
    }
    expect(screen.getByRole('link', { name: 'Open in openthebox' }).getAttribute('href')).toBe(
      'https://openthebox.be/company/BE0001004246',
    );
    expect(document.title).toContain('Bakkerij Peeters & Zonen');
  });

  it('has a row with a header for each of the ten fields', async () => {
    await open(ready());
    const rows = [...table().querySelectorAll('tr[data-field]')];
    expect(rows).toHaveLength(10);
    expect(rows.every((each) => each.querySelector('th[scope=row]')?.textContent !== '')).toBe(true);
    expect(screen.getByRole('rowheader', { name: 'End of financial year' })).toBeTruthy();
  });

  it('shows both values, the words that differ marked in each', async () => {
    await open(ready());
    expect(row('name').querySelector('ins')?.textContent).toBe('& Zonen');
    expect(row('name').querySelector('del')).toBeNull();
    expect(row('address').querySelector('del')?.textContent).toBe('Kerkstraat 12 box 3');
    expect(row('address').querySelector('ins')?.textContent).toBe('Korenmarkt 7');
    expect(row('fiscalYearEnd').textContent).toContain('31/12');
    expect(row('website').textContent).toContain('empty');
  });

  it('says in words, not by colour alone, which mark is old and which is new', async () => {
    await open(ready());
    expect(row('address').querySelector('del')?.getAttribute('data-spoken')).toBe('old: ');
    expect(row('address').querySelector('ins')?.getAttribute('data-spoken')).toBe('new: ');
  });

  it('ticks what the comparison proposes, and says why not beside the rest', async () => {
    await open(ready());
    expect(box('Update name').checked).toBe(true);
    expect(box('Update address').checked).toBe(true);
    expect(box('Update legal form').checked).toBe(false);
    const described = box('Update end of financial year').getAttribute('aria-describedby') ?? '';
    expect(document.getElementById(described)?.textContent).toMatch(/deadlines/);
    expect(status()).toBe('3 of 6 differences will be written to APR00510');
  });

  it('sends the names of the ticked fields, and no value', async () => {
    const user = await open(ready());
    await user.click(box('Update address'));
    await user.click(box('Update legal form'));
    await user.click(button('Apply changes'));
    expect(fakeBrowser.messages('applyReview')).toEqual([{ reviewId: 'r1', fields: ['name', 'legalForm', 'website'] }]);
  });

  it('folds equal fields behind a line that names them', async () => {
    const user = await open(ready());
    expect(screen.queryByRole('rowheader', { name: 'VAT number' })).toBeNull();
    const fold = button('4 fields are equal: enterprise number, VAT number, phone, incorporation date');
    expect(fold.getAttribute('aria-expanded')).toBe('false');
    await user.click(fold);
    expect(fold.getAttribute('aria-expanded')).toBe('true');
    expect(screen.getByRole('rowheader', { name: 'VAT number' })).toBeTruthy();
    expect(within(row('vatNumber')).queryByRole('checkbox')).toBeNull();
  });

  it('folds fields that differ only in spelling, unticked, and lets them be ticked', async () => {
    const changes = [
      change('name', { current: 'PEETERS', proposed: 'Peeters', verdict: 'spelling' }),
      change('phone', { current: '1', proposed: '2' }),
    ];
    const user = await open(ready({ changes }));
    await user.click(button('1 field differs only in spelling: name'));
    expect(box('Update name').checked).toBe(false);
    await user.click(box('Update name'));
    expect(status()).toBe('1 of 2 differences will be written to APR00510');
  });

  it('offers no checkbox where nothing can be written', async () => {
    const changes = [
      change('phone', { current: '02 555 12 12', verdict: 'only-adminpulse', reason: 'reasonNotInOpenthebox' }),
      change('fiscalYearEnd', { verdict: 'unreadable', proposed: '12-31', reason: 'reasonMappingNotFound' }),
      change('linkedRelations', { proposed: [], writable: false }),
    ];
    await open(ready({ changes }));
    expect(screen.queryAllByRole('checkbox')).toEqual([]);
    expect(row('phone').textContent).toContain('not in openthebox');
    expect(row('fiscalYearEnd').textContent).toContain('Not found in AdminPulse’s answer');
    expect(button('Apply changes').disabled).toBe(true);
  });

  it('shows links as counts, with the links themselves behind "Show"', async () => {
    await open(ready());
    expect(row('linkedRelations').textContent).toContain('1 link');
    expect(row('linkedRelations').textContent).toContain('2 links');
    expect(within(row('linkedRelations')).getByText('Peeters Holding')).toBeTruthy();
    expect(row('linkedRelations').textContent).toContain('participation · 60%');
  });

  it('cannot be applied while nothing is ticked, and says so', async () => {
    const user = await open(ready());
    for (const name of ['Update name', 'Update website', 'Update address']) await user.click(box(name));
    expect(status()).toBe('Nothing is ticked, so nothing will be written');
    expect(button('Apply changes').disabled).toBe(true);
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(fakeBrowser.messages('applyReview')).toEqual([]);
  });

  it('ticks and clears all differences at once', async () => {
    const user = await open(ready());
    const all = box('All differences');
    expect([all.checked, all.indeterminate]).toEqual([false, true]);
    await user.click(all);
    expect(status()).toBe('5 of 6 differences will be written to APR00510');
    expect([all.checked, all.indeterminate]).toEqual([true, false]);
    await user.click(all);
    expect(status()).toBe('Nothing is ticked, so nothing will be written');
    expect([all.checked, all.indeterminate]).toEqual([false, false]);
  });

  it('says that there is nothing to write when all is equal', async () => {
    await open(ready({ changes: [change('name', { current: 'x', proposed: 'x', verdict: 'same' })] }));
    expect(status()).toBe('No differences: nothing to write');
  });

  it('shows markup in names and addresses as text', async () => {
    const hostile = '<img src=x onerror=alert(1)>';
    const changes = [
      change('name', { current: `${hostile} a`, proposed: `${hostile} b` }),
      change('address', { current: { street: hostile }, proposed: { street: '<b>x</b>' } }),
      change('linkedRelations', { proposed: [{ name: hostile, role: '<i>role</i>' }], writable: false }),
    ];
    await open(ready({ heading: hostile, changes }));
    expect(heading().textContent).toBe(hostile);
    expect(row('name').textContent).toContain(`${hostile} b`);
    expect(document.querySelector('main img, main b, main i')).toBeNull();
  });

  it('warns of a bankruptcy, an ended relation, a handling level and limited access', async () => {
    await open(
      ready({
        situation: { level: 'danger', code: '050' },
        relation: { code: 'APR00510', name: 'x', warnings: ['relationEnded', 'handlingLevel'] },
        anonymous: true,
      }),
    );
    const notes = within(screen.getByRole('region', { name: 'Please note' }));
    expect(notes.getByText(/^Bankrupt/)).toBeTruthy();
    expect(notes.getByText(/end date/)).toBeTruthy();
    expect(notes.getByText(/handling level/)).toBeTruthy();
    expect(notes.getByText(/limited access/)).toBeTruthy();
  });

  it('names a situation that it does not know by its code', async () => {
    await open(ready({ situation: { level: 'warning', code: '777' } }));
    expect(screen.getByText(/code 777/)).toBeTruthy();
  });
});
