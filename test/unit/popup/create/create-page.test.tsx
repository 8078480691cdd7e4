import { render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { Creation, CreationState } from '../../../../src/messages/index.ts';
import { CreatePage } from '../../../../src/popup/create/create-page.tsx';
import { setDocumentLanguage } from '../../../../src/ui/texts.ts';
import { fakeBrowser, settle } from '../../../support/page-setup.ts';
import { axeViolations } from '../../ui/axe.ts';
import { draft } from './creation-samples.ts';

const ID = 'create-0001061258';

async function open(state: CreationState) {
  const shown: Creation = { id: ID, enterpriseNumber: '0001061258', ...state };
  fakeBrowser.answer({
    getCreation: { ok: true, value: shown },
    createRelation: { ok: true, value: null },
    openReview: { ok: true, value: null },
  });
  setDocumentLanguage('test');
  render(<CreatePage creationId={ID} />);
  await settle();
  return userEvent.setup();
}

const status = () => screen.getByRole('status').textContent;
const create = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Create relation' });
const list = (name: string) => screen.getByRole<HTMLSelectElement>('combobox', { name });

describe('the window in which a relation is made', () => {
  it('asks for what is not proposed, and says what is missing until then', async () => {
    const user = await open({ phase: 'ready', draft: draft() });
    expect(status()).toBe('Still to choose: status, language');
    expect(create().disabled).toBe(true);
    await user.selectOptions(list('Status'), '1 · 40 relations, such as APR00510, APR00511');
    await user.selectOptions(list('Language'), 'French (FR)');
    expect(screen.getAllByText('Ateliers Zinneke').length).toBeGreaterThan(0);
    expect(status()).toBe('2 fields of openthebox will be in the new relation');
    await user.click(create());
    expect(fakeBrowser.messages('createRelation')).toEqual([
      {
        creationId: ID,
        fields: ['name', 'enterpriseNumber'],
        answers: {
          relationType: '2',
          status: '1',
          language: '"FR"',
          ownCompany: '"a"',
          since: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
          vatPending: true,
        },
      },
    ]);
  });

  it('makes none without a name', async () => {
    const user = await open({ phase: 'ready', draft: draft() });
    await user.click(screen.getByRole('checkbox', { name: 'Update name' }));
    expect(status()).toBe('A new relation needs: name, enterprise number');
    expect(create().disabled).toBe(true);
  });

  it('asks to confirm what is presumed before anything is made, and then reads again', async () => {
    const held = { writable: false, ticked: false, reason: 'reasonPresumed' } as const;
    const { changes } = draft();
    const nl = changes.nl.map((row) => (row.field === 'enterpriseNumber' ? { ...row, ...held } : row));
    const user = await open({ phase: 'ready', draft: draft({ changes: { ...changes, nl }, presumed: ['status'] }) });
    fakeBrowser.answer({ confirmPlaces: { ok: true, value: null }, refreshCreation: { ok: true, value: null } });
    expect(status()).toBe('Still to confirm: enterprise number, status');
    expect(create().disabled).toBe(true);
    const warnings = screen.getByRole('region', { name: 'Please note' });
    expect(warnings.textContent).toContain('nothing is written there before you confirm it');
    await user.click(screen.getByRole('button', { name: 'Confirm' }));
    await settle();
    expect(fakeBrowser.messages('confirmPlaces')).toEqual([{ fields: ['enterpriseNumber'], terms: ['status'] }]);
    expect(fakeBrowser.messages('refreshCreation')).toEqual([{ creationId: ID }]);
    expect(await axeViolations()).toEqual([]);
  });

  it('says which value no relation shows', async () => {
    const { choices } = draft();
    await open({ phase: 'ready', draft: draft({ choices: { ...choices, status: { options: [] } } }) });
    expect(status()).toContain('no relation in AdminPulse shows a value for: status');
    expect(screen.getByText(/it is not guessed/)).toBeTruthy();
    expect(create().disabled).toBe(true);
  });

  it('offers to compare what there is already', async () => {
    const relations = [{ code: 'APR00510', name: 'Bakkerij Peeters', warnings: [] }];
    const user = await open({ phase: 'exists', relations });
    await user.click(screen.getByRole('button', { name: 'Compare with AdminPulse' }));
    expect(fakeBrowser.messages('openReview')).toEqual([{ enterpriseNumber: '0001061258', relationCode: 'APR00510' }]);
  });

  const sent = {
    fields: ['name', 'enterpriseNumber'] as const,
    answers: { relationType: '2', status: '1', language: '"NL"', ownCompany: '"a"' },
  };
  const states: [string, CreationState][] = [
    ['being read', { phase: 'loading', openthebox: 'done', adminpulse: 'waiting' }],
    ['ready', { phase: 'ready', draft: draft({ person: { lastName: 'Dewaele', firstName: 'Jonas' } }) }],
    [
      'refused',
      {
        phase: 'ready',
        draft: draft(),
        sent,
        failure: { made: 'no', failure: { kind: 'rejected', service: 'adminpulse', status: 400, detail: 'Too long' } },
      },
    ],
    [
      'not confirmed',
      {
        phase: 'ready',
        draft: draft(),
        sent,
        failure: { made: 'unknown', failure: { kind: 'unsettled', service: 'adminpulse' } },
      },
    ],
    ['being made', { phase: 'creating', draft: draft(), sent, change: 'c1' }],
    [
      'made',
      {
        phase: 'created',
        draft: draft(),
        sent,
        relation: { code: 'APR00601', name: 'Zinneke' },
        outcome: [
          { field: 'name', result: 'written' },
          { field: 'enterpriseNumber', result: 'kept' },
        ],
      },
    ],
    ['there already', { phase: 'exists', relations: [{ code: 'APR00510', name: 'x', warnings: [] }] }],
    ['failed', { phase: 'failed', failure: { kind: 'offline', service: 'adminpulse' } }],
  ];
  it.each(states)('passes axe: %s', async (_, state) => {
    await open(state);
    expect(await axeViolations()).toEqual([]);
  });
});
