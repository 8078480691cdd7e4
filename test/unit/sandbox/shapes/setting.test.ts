import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Meaning } from '../../../../src/schema/field-place.ts';
import { placesAt } from '../../../../src/schema/json-path.ts';
import type { Relation } from '../../../sandbox/model.ts';
import { type Sandbox, startSandbox } from '../../../sandbox/sandbox.ts';
import { seedRelations } from '../../../sandbox/seed.ts';
import { generateOffice } from '../../../sandbox/shapes/generated/office/office.ts';
import { generateShape } from '../../../sandbox/shapes/generated/shapes.ts';
import { patched, type Raw } from '../../../sandbox/shapes/shape.ts';
import { adminpulse, openthebox } from '../client.ts';

const OFFICE = generateOffice(5, 9);
const SHAPES = generateShape(11);

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ shape: { seed: 11 }, office: { seed: 5, relations: 9 } });
});
afterAll(() => sandbox.stop());
beforeEach(() => sandbox.reset());

const first = OFFICE.relations.find(({ type, foundation }) => type === 'Company' && foundation.date);
if (!first) throw new Error('No company with a date');
const { code, enterpriseNumber } = first;

describe('the sandbox with the shape of a seed', () => {
  it('answers single relations, rows and companies in that shape', async () => {
    const company = OFFICE.register.companies.get(enterpriseNumber ?? '');
    if (!company) throw new Error('No company');
    const list = (await adminpulse(sandbox, '/relations?pageSize=400')).json;

    expect((await adminpulse(sandbox, `/relations/${code}`)).json).toEqual(asSent(SHAPES.adminpulse.single(first)));
    const rows = OFFICE.relations.map((relation) => SHAPES.adminpulse.row(relation));
    expect(list).toEqual(asSent(SHAPES.lists?.page({ rows, page: 0, pageSize: 400, total: rows.length })));
    expect((await openthebox(sandbox, `/api/companies/BE${company.number}`)).json).toEqual(
      asSent(SHAPES.openthebox.answer(company, OFFICE.register)),
    );
  });

  it('takes a write in its form, and refuses one in another', async () => {
    const founded = placeOf('incorporationDate');
    const write = (value: unknown) =>
      adminpulse(sandbox, `/relations/${code}`, { method: 'PUT', body: founded.changed(value) });
    const inForm = placeOf('incorporationDate', { ...first, foundation: { ...first.foundation, date: '1999-03-04' } });

    expect((await write('4 maart 99')).status).toBe(400);
    expect(sandbox.history(code)).toEqual([]);
    expect((await write(inForm.value)).status).toBe(200);
    expect(sandbox.history(code)).toMatchObject([{ path: 'foundation.date', after: '1999-03-04' }]);
  });

  it('makes a new relation out of a body in that shape, for which a name is enough', async () => {
    const create = (body: object) => adminpulse(sandbox, '/relations', { method: 'POST', body });
    const { changed } = placeOf('name');
    const answer = await create(SHAPES.adminpulse.single({ ...first, links: [] }));

    expect(answer).toMatchObject({ status: 201, json: { uniqueIdentifier: 'APR00510' } });
    expect(placesAt(placeOf('name').path, sandbox.relation('APR00510'))[0]?.value).toBe(first.name);
    expect((await create(changed('Nieuw'))).status).toBe(201);
    expect((await create(changed(''))).status).toBe(400);
  });

  it('serves the table of adversarial shapes, and refuses a name that is not in it', async () => {
    sandbox.reset({ shape: { adversarial: 'two offices' } });
    expect(sandbox.relation(code)).toHaveProperty('vorigKantoor.ondernemingsnummer');
    expect(() => sandbox.reset({ shape: { adversarial: 'none' } })).toThrow('is no adversarial shape');
  });

  it('shows its own seed in a generated shape too', () => {
    sandbox.reset({ shape: { seed: 11 }, office: null });
    for (const relation of seedRelations()) {
      const answer = sandbox.relation(relation.code);
      expect(patched(SHAPES.adminpulse, relation, answer)).toEqual({ relation });
    }
  });
});

/** Where a meaning stands in a relation's answer, and the top-level key with another value there. */
function placeOf(meaning: Meaning, relation: Relation = first as Relation) {
  const document = asSent(SHAPES.adminpulse.single(relation)) as Raw;
  const [path = ''] = [...SHAPES.adminpulse.truth(document)].find(([, held]) => held.meaning === meaning) ?? [];
  const [place] = placesAt(path, document);
  const keys = (place?.keys ?? []).map(String);
  return {
    path,
    value: place?.value,
    changed(value: unknown): Raw {
      const [top = ''] = keys;
      return { [top]: withValue(document[top], keys.slice(1), value) };
    },
  };
}

function withValue(raw: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  const object = raw as Raw;
  return { ...object, [key]: withValue(object[key], rest, value) };
}

const asSent = (answer: unknown): unknown => JSON.parse(JSON.stringify(answer));
