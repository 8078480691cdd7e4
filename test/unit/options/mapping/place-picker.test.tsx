import { within } from '@testing-library/preact';
import { beforeEach, describe, expect, it } from 'vitest';
import type { OfferedPlace, OfferedPlaces } from '../../../../src/messages/index.ts';
import { setDocumentLanguage } from '../../../../src/ui/texts.ts';
import { fakeBrowser, settle } from '../../../support/page-setup.ts';
import { axeViolations } from '../../ui/axe.ts';
import { button, mapping, openFields, rowOf, said, section } from './mapping-page.tsx';

const SEAT: OfferedPlace = {
  id: 'seat',
  path: "$.adressen[?@.soort=='Zetel'].straat, $.adressen[?@.soort=='Zetel'].nr",
  meaning: { street: 'Kerkstraat', number: '12', box: '3', postalCode: '9000', municipality: 'Gent' },
  sample: 'Kerkstraat · 12 · 3 · 9000 · Gent',
  evidence: [
    { kind: 'agreement', equal: 8, of: 11 },
    { kind: 'valueKind', count: 12, of: 12 },
  ],
  isCurrent: true,
};
const MAIL: OfferedPlace = {
  id: 'mail',
  path: '$.briefAdres',
  meaning: { street: 'Postbus', number: '40', postalCode: '9000', municipality: 'Gent' },
  sample: 'Postbus 40, BE-9000 Gent',
  evidence: [{ kind: 'agreement', equal: 0, of: 1 }, { kind: 'valueKind', count: 1, of: 1 }, { kind: 'onlyOne' }],
  isCurrent: false,
};
const OFFERED: OfferedPlaces = { address: [SEAT, MAIL] };

/** Opens the picker of the address, by keyboard. */
async function pick(places: OfferedPlaces = OFFERED, answer = mapping()) {
  const user = await openFields(answer);
  fakeBrowser.answer({ getPlaces: { ok: true, value: places } });
  button('Choose: Address').focus();
  await user.keyboard('{Enter}');
  await settle();
  return user;
}

const offered = () => within(section().getByRole('list', { name: 'Places for Address' })).getAllByRole('listitem');
const anotherPlace = () => document.querySelector<HTMLDetailsElement>('.another-place');

beforeEach(() => setDocumentLanguage('test'));

describe('the places that a field may have', () => {
  it('are shown by the value in words, with the reasons, the answer’s own value where it says more, and the path', async () => {
    await pick();
    const [seat, mail] = offered();
    expect(seat?.querySelector('.value')?.textContent).toBe('Kerkstraat 12 box 3, 9000 Gent');
    expect(seat?.textContent).toContain('read here now');
    expect(seat?.textContent).toContain(
      'equal to openthebox in 8 of 11 relations; 12 of 12 values have this field’s form',
    );
    expect(seat?.textContent).not.toContain('in the answer');
    expect(seat?.querySelector('.path')?.textContent).toBe(SEAT.path);
    expect(mail?.textContent).toContain('in the answer: Postbus 40, BE-9000 Gent');
    expect(mail?.textContent).toContain('not equal to openthebox; has this field’s form; the only place of its kind');
    expect(await axeViolations()).toEqual([]);
  });

  it('are asked for when a picker opens, once for all fields', async () => {
    const user = await pick();
    await user.click(button('Choose: Website'));
    await settle();
    expect(fakeBrowser.messages('getPlaces')).toEqual([{ service: 'adminpulse', subject: 'APR00510' }]);
  });

  it('are awaited by a focus that goes into the first choice, and no further than that', async () => {
    const user = await openFields();
    fakeBrowser.answer({ getPlaces: { ok: true, value: OFFERED } });
    const release = fakeBrowser.hold();
    await user.click(button('Choose: Address'));
    await settle();
    expect(said()).toBe('Looking for places …');
    expect(document.activeElement).toBe(section().getByRole('group', { name: 'Choose: Address' }));
    expect(await axeViolations()).toEqual([]);
    release();
    await settle();
    expect(document.activeElement).toBe(button('Use this place: Postbus 40, 9000 Gent'));
    await user.keyboard('{Escape}');
    expect(section().queryByRole('group')).toBeNull();
    expect(document.activeElement).toBe(button('Choose: Address'));
  });

  it('close while they are awaited too', async () => {
    const user = await openFields();
    const release = fakeBrowser.hold();
    await user.click(button('Choose: Address'));
    await settle();
    await user.keyboard('{Escape}');
    expect(document.activeElement).toBe(button('Choose: Address'));
    release();
    await settle();
    expect(section().queryByRole('group')).toBeNull();
  });

  it('are chosen by a button each, which the present one lacks', async () => {
    const user = await pick();
    expect(section().getAllByRole('button', { name: /^Use this place/ })).toHaveLength(1);
    fakeBrowser.answer({ choosePlace: { ok: true, value: { accepted: true } } });
    await user.keyboard('{Enter}');
    await settle();
    expect(fakeBrowser.messages('choosePlace')).toEqual([
      { service: 'adminpulse', field: 'address', place: 'mail', subject: 'APR00510' },
    ]);
    expect(said()).toBe('Changed: Address');
    expect(document.activeElement).toBe(button('Choose: Address'));
    expect(fakeBrowser.messages('getMapping')).toHaveLength(2);
  });

  it('are told apart for a screen reader by what is said of each', async () => {
    await pick();
    const use = button('Use this place: Postbus 40, 9000 Gent');
    const description = document.getElementById(use.getAttribute('aria-describedby') ?? '');
    expect(description?.textContent).toContain('$.briefAdres');
  });

  it('have the present one among the choices where it is presumed', async () => {
    await pick(OFFERED, mapping({ address: { how: 'presumed', path: '$.adressen' } }));
    expect(section().getAllByRole('button', { name: /^Use this place/ })).toHaveLength(2);
    expect(document.activeElement).toBe(button('Use this place: Kerkstraat 12 box 3, 9000 Gent'));
  });

  it('say why one of them was refused', async () => {
    const user = await pick();
    fakeBrowser.answer({ choosePlace: { ok: true, value: { accepted: false, reason: 'mappingPlaceGone' } } });
    await user.keyboard('{Enter}');
    await settle();
    expect(section().getByRole('alert').textContent).toContain('no longer among those of this example');
    expect(await axeViolations()).toEqual([]);
  });

  it('can be taken back', async () => {
    const user = await openFields(
      mapping({ address: { how: 'chosen', isOwnChoice: true, path: '$.briefAdres', evidence: MAIL.evidence } }),
    );
    expect(rowOf('address').textContent).toContain('not equal to openthebox');
    fakeBrowser.answer({ setMapping: { ok: true, value: { accepted: true } } });
    await user.click(button('Back to default: Address'));
    await settle();
    expect(fakeBrowser.messages('setMapping')).toEqual([
      { service: 'adminpulse', field: 'address', path: null, subject: 'APR00510' },
    ]);
  });
});

describe('another place', () => {
  it('is folded below those that are offered', async () => {
    const user = await pick();
    expect(section().queryByRole('tree')).toBeNull();
    const details = anotherPlace();
    if (!details) throw new Error('nothing folded');
    details.open = true;
    await settle();
    expect(section().getByRole('tree', { name: 'Answer for Address' })).toBeTruthy();
    expect(await axeViolations()).toEqual([]);
    fakeBrowser.answer({ setMapping: { ok: true, value: { accepted: true } } });
    await user.click(section().getByRole('treeitem', { name: /benaming/ }));
    await settle();
    expect(fakeBrowser.messages('setMapping')).toMatchObject([{ field: 'address', path: '$.benaming' }]);
  });

  it('is open at once where no place is offered', async () => {
    await pick({});
    expect(section().getByText('No place of this example has a value that this field can have.')).toBeTruthy();
    expect(anotherPlace()?.open).toBe(true);
    expect(document.activeElement?.getAttribute('role')).toBe('treeitem');
  });

  it('is open at once where the places cannot be looked for, which the next opening tries again', async () => {
    const user = await openFields();
    fakeBrowser.answer({ getPlaces: { ok: false, failure: { kind: 'offline', service: 'adminpulse' } } });
    await user.click(button('Choose: Address'));
    await settle();
    expect(section().getByText(/AdminPulse cannot be reached/)).toBeTruthy();
    expect(section().getByRole('tree')).toBeTruthy();
    fakeBrowser.answer({ getPlaces: { ok: true, value: OFFERED } });
    await user.keyboard('{Escape}');
    await user.click(button('Choose: Address'));
    await settle();
    expect(offered()).toHaveLength(2);
  });
});
