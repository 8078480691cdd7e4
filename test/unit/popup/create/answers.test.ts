import { describe, expect, it } from 'vitest';
import { answersOf, impossible, missing } from '../../../../src/popup/create/answers.ts';
import { draft } from './creation-samples.ts';

const TODAY = '2026-03-02';
const PROPOSED = { relationType: '2', status: '', language: '', ownCompany: '"a"' };

describe('the answers of a creation', () => {
  it('are what is proposed, today, and a VAT number that is still to come', () => {
    expect(answersOf(draft(), {}, TODAY)).toEqual({ ...PROPOSED, since: TODAY, vatPending: true });
  });

  it('are what the user chose, an empty choice too', () => {
    const typed = { relationType: '', status: '1', since: '2026-01-01', vatPending: false };
    expect(answersOf(draft(), typed, TODAY)).toEqual({ ...PROPOSED, ...typed });
  });

  it('leave out what AdminPulse does not ask for', () => {
    expect(answersOf(draft({ since: false, vatPending: false }), { since: '2026-01-01' }, TODAY)).toEqual(PROPOSED);
  });

  it('have both names of a sole trader, each as proposed or as typed', () => {
    const person = { lastName: 'Dewaele', firstName: 'Jonas' };
    expect(answersOf(draft({ person }), { firstName: 'Jon' }, TODAY)).toMatchObject({
      lastName: 'Dewaele',
      firstName: 'Jon',
    });
  });
});

describe('what keeps a relation from being made', () => {
  it('is what is still to be chosen', () => {
    expect(missing(answersOf(draft(), {}, TODAY))).toEqual(['status', 'language']);
    expect(missing(answersOf(draft(), { status: '1', language: '"FR"' }, TODAY))).toEqual([]);
  });

  it('is what no relation shows a value for', () => {
    const { choices } = draft();
    expect(impossible(draft())).toEqual([]);
    expect(impossible(draft({ choices: { ...choices, ownCompany: { options: [] } } }))).toEqual(['ownCompany']);
  });
});
