import { render, screen, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { FIELDS, type Field } from '../../../../src/company/company.ts';
import type { Connection, Mapping, MappingNode, MappingRow } from '../../../../src/messages/index.ts';
import { App } from '../../../../src/options/app.tsx';
import { fakeBrowser, settle } from '../../../support/page-setup.ts';

const NONE: Connection = { state: 'none' };
const CONNECTED: Connection = { state: 'connected', label: 'x' };

const ROWS: Partial<Record<Field, Partial<MappingRow>>> = {
  name: {
    how: 'chosen',
    isOwnChoice: true,
    path: '$.benaming',
    sample: 'Bakkerij Peeters',
    meaning: 'Bakkerij Peeters',
  },
  address: { how: 'default', path: '$.address', meaning: { street: 'Kerkstraat', number: '12', municipality: 'Gent' } },
  incorporationDate: { how: 'default', path: '$.foundingDate', sample: '2012-05-14T00:00:00', meaning: '2012-05-14' },
};

const TREE: readonly MappingNode[] = [
  { key: 'benaming', path: '$.benaming', kind: 'value', value: 'Bakkerij Peeters' },
  {
    key: 'contact',
    path: '$.contact',
    kind: 'object',
    children: [{ key: 'site', path: '$.contact.site', kind: 'value', value: 'peeters.example' }],
  },
  { key: 'leeg', path: '$.leeg', kind: 'empty' },
];

export const mapping = (rows = ROWS): Mapping => ({
  subject: 'APR00510',
  rows: FIELDS.map((field) => ({ field, how: 'notFound', choosable: field !== 'linkedRelations', ...rows[field] })),
  tree: TREE,
  masked: '{"benaming":"Xxxxx"}',
});

export async function open() {
  fakeBrowser.answer({ getConnections: { ok: true, value: { openthebox: NONE, adminpulse: CONNECTED } } });
  render(<App />);
  await settle();
  return userEvent.setup();
}

export const section = () => within(screen.getByRole('region', { name: 'Field mapping' }));
export const button = (name: string | RegExp) => section().getByRole('button', { name });
export const said = () =>
  section()
    .getAllByRole('status')
    .map(({ textContent }) => textContent)
    .join('');

/** Opens AdminPulse's fields; of places that they may have, none is known. */
export async function openFields(answer: Mapping | null = mapping()) {
  const user = await open();
  fakeBrowser.answer({ getMapping: { ok: true, value: answer }, getPlaces: { ok: true, value: {} } });
  await user.click(button(/Fields in AdminPulse/));
  await settle();
  return user;
}

export const rowOf = (field: Field) => {
  const row = document.querySelector<HTMLElement>(`tr[data-field="${field}"]`);
  if (!row) throw new Error(`no row for ${field}`);
  return row;
};
