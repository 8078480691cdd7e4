import { screen, waitFor, within } from '@testing-library/preact';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { ComparedLink } from '../../../../src/company/links/compare-links.ts';
import type { LinkOptions } from '../../../../src/messages/index.ts';
import { fakeBrowser, settle } from '../../../support/page-setup.ts';
import { axeViolations } from '../../ui/axe.ts';
import { comparison, ready, review } from './review-samples.ts';
import { box, button, next, open, row, status } from './review-window.tsx';

const LINKS: readonly ComparedLink[] = [
  {
    key: 'an',
    party: 'an',
    match: 'only-openthebox',
    openthebox: { kind: 'person', name: 'An Peeters', means: 'director', since: '2012-05-14' },
  },
  {
    key: 'kv',
    party: 'kv',
    match: 'only-openthebox',
    openthebox: { kind: 'company', name: 'KV MANAGEMENT', means: 'director', representatives: [{ name: 'Kris V.' }] },
  },
  {
    key: 'ilse',
    party: 'ilse',
    match: 'both',
    openthebox: { name: 'Ilse', means: 'director' },
    adminpulse: { name: 'Ilse', relationCode: 'APR3', role: '4', means: 'director' },
  },
];

const OPTIONS: LinkOptions = {
  types: [
    { type: '4', means: 'director', inUse: true },
    { type: '7', means: 'auditor', inUse: false },
    { type: '12', inUse: true },
  ],
  links: [
    {
      key: 'an',
      proposedType: '4',
      targets: [
        { code: 'APR1', name: 'Peeters An' },
        { code: 'APR2', name: 'PEETERS, An', customerCode: '77' },
      ],
      mayCreate: 'person',
      person: { firstName: 'An', lastName: 'Peeters' },
    },
    { key: 'kv', proposedType: '4', targets: [], mayCreate: 'company' },
  ],
  statuses: [{ status: '1', examples: ['APR9'] }],
};

async function unfold(options: LinkOptions = { ...OPTIONS, otherStatus: 'Other' }, links = LINKS) {
  const user = await open(ready({ links }));
  fakeBrowser.answer({ getLinkOptions: { ok: true, value: options } });
  await user.click(within(row('linkedRelations')).getByRole('button', { name: 'Show links' }));
  await waitFor(() => screen.getByRole('table', { name: 'Linked relations' }));
  await settle();
  return user;
}

const choose = (label: string) => screen.getByRole<HTMLSelectElement>('combobox', { name: label });
const apply = () => button('Apply changes');

beforeEach(() => void vi.stubGlobal('matchMedia', () => ({ matches: true })));

describe('the links of a review', () => {
  it('are counted by their match, and unfold to a list that axe finds nothing wrong with', async () => {
    await unfold();
    expect(row('linkedRelations').textContent).toContain('2 only in openthebox · 1 in both');
    expect(screen.getByText('represented by Kris V.')).toBeTruthy();
    await (await import('@testing-library/user-event')).default.setup().click(box('Add link to An Peeters'));
    expect(await axeViolations()).toEqual([]);
  });

  it('can be ticked where AdminPulse does not have them, and nowhere else', async () => {
    await unfold();
    expect(box('Add link to An Peeters').checked).toBe(false);
    expect(screen.queryByRole('checkbox', { name: 'Add link to Ilse' })).toBeNull();
    expect(within(row('linkedRelations')).queryByRole('checkbox')).toBeNull();
  });

  it('are written with the type of their role, to the relation that the user chose of two', async () => {
    const user = await unfold();
    await user.click(box('Add link to An Peeters'));
    expect(choose('Link type An Peeters').value).toBe('4');
    expect(choose('Relation An Peeters').value).toBe('');
    expect(status()).toBe('Still to choose: relation');
    expect(apply().disabled).toBe(true);
    await user.selectOptions(choose('Relation An Peeters'), 'APR2');
    expect(status()).toBe('4 of 6 differences will be written to APR00510');
    await user.click(apply());
    expect(fakeBrowser.messages('applyReview')).toEqual([
      {
        reviewId: 'r1',
        fields: ['name', 'website', 'address', 'linkedRelations'],
        links: [{ key: 'an', type: '4', target: 'APR2' }],
      },
    ]);
  });

  it('lead to a person that is made only when the user says so, by both names', async () => {
    const user = await unfold();
    await user.click(box('Add link to An Peeters'));
    await user.selectOptions(choose('Relation An Peeters'), 'Create this person first');
    await user.clear(screen.getByRole('textbox', { name: 'First name' }));
    expect(status()).toBe('Still to choose: first name');
    expect(apply().disabled).toBe(true);
    await user.type(screen.getByRole('textbox', { name: 'First name' }), 'Anna');
    await user.click(apply());
    expect(fakeBrowser.messages('applyReview')).toMatchObject([
      {
        links: [
          { key: 'an', type: '4', target: { status: 'Other', person: { firstName: 'Anna', lastName: 'Peeters' } } },
        ],
      },
    ]);
  });

  it('ask for the status where none is called "Other"', async () => {
    const user = await unfold(OPTIONS);
    await user.click(box('Add link to KV MANAGEMENT'));
    expect(choose('Relation KV MANAGEMENT').selectedOptions[0]?.textContent).toBe('Create this relation first');
    expect(status()).toBe('Still to choose: status');
    expect(apply().disabled).toBe(true);
    await user.selectOptions(choose('Status KV MANAGEMENT'), '1 (as APR9)');
    await user.click(apply());
    expect(fakeBrowser.messages('applyReview')).toMatchObject([
      { links: [{ key: 'kv', type: '4', target: { status: '1' } }] },
    ]);
  });

  it('have the types of AdminPulse, and guess none', async () => {
    const user = await unfold({
      ...OPTIONS,
      links: OPTIONS.links.map(({ proposedType: _, ...option }) => option),
    });
    await user.click(box('Add link to KV MANAGEMENT'));
    expect([...choose('Link type KV MANAGEMENT').options].map(({ text }) => text)).toEqual([
      'Choose…',
      'director (number 4)',
      'auditor (number 7, not used yet)',
      'link type 12',
    ]);
    expect(choose('Link type KV MANAGEMENT').value).toBe('');
  });

  it('stay chosen when the list is folded, and are given up in a conflict', async () => {
    const user = await unfold();
    await user.click(box('Add link to KV MANAGEMENT'));
    const toggle = within(row('linkedRelations')).getByRole('button', { name: 'Show links' });
    await user.click(toggle);
    await user.click(toggle);
    await settle();
    expect(box('Add link to KV MANAGEMENT').checked).toBe(true);
    await next(ready({ links: LINKS }, ['linkedRelations']));
    await settle();
    expect(box('Add link to KV MANAGEMENT').checked).toBe(false);
  });

  it('cannot be changed any more once they are written; what was made is said', async () => {
    await unfold();
    await next(
      review({
        phase: 'applied',
        ...comparison({ links: LINKS, made: [{ key: 'kv', code: 'APR9', name: 'KV Management' }] }),
        outcome: [{ field: 'linkedRelations', result: 'written' }],
        change: 'c1',
      }),
    );
    expect(screen.queryByRole('checkbox', { name: 'Add link to An Peeters' })).toBeNull();
    expect(screen.getByText(/KV Management \(APR9\)/)).toBeTruthy();
  });

  it('are not said to be untouched where a relation was made before the failure', async () => {
    await unfold();
    await next(
      review({
        phase: 'failed',
        failure: { kind: 'forbidden', service: 'adminpulse', permission: 'write' },
        comparison: comparison({ links: LINKS, made: [{ key: 'kv', code: 'APR9', name: 'KV Management' }] }),
        ticked: ['linkedRelations'],
      }),
    );
    const alert = screen.getByRole('alert').textContent;
    expect(alert).toContain('The relation itself was not changed.');
    expect(alert).not.toContain('Nothing was written');
  });

  it('say what keeps them from being added', async () => {
    const user = await open(ready({ links: LINKS }));
    fakeBrowser.answer({
      getLinkOptions: { ok: false, failure: { kind: 'offline', service: 'adminpulse' } },
    });
    await user.click(within(row('linkedRelations')).getByRole('button', { name: 'Show links' }));
    await waitFor(() => expect(document.querySelector('.links-panel .banner')?.textContent).toContain('AdminPulse'));
    expect(box('Add link to An Peeters').disabled).toBe(true);
  });
});
