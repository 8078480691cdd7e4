import type { HistoryEntry } from '../../../../src/messages/index.ts';

/** A change of two fields, of which AdminPulse took one. */
export const entry = (id: string, more: Partial<HistoryEntry> = {}): HistoryEntry => ({
  id,
  at: '2026-11-24T09:05:00.000Z',
  who: 'Kantoor Lindeboom',
  kind: 'update',
  relation: { code: 'APR00510', name: 'Bakkerij Peeters' },
  enterpriseNumber: '0001004246',
  retrievedAt: '2026-11-24T09:04:00.000Z',
  fields: [
    { field: 'name', before: 'Bakkerij Peeters', after: 'Bakkerij Peeters & Zonen', result: 'written' },
    { field: 'website', after: 'https://peeters.example', result: 'kept' },
  ],
  outcome: 'verified',
  ...more,
});
