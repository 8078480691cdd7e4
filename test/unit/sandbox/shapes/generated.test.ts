import { describe, expect, it } from 'vitest';
import { placesAt } from '../../../../src/schema/json-path.ts';
import type { Relation } from '../../../sandbox/model.ts';
import { ADVERSARIAL } from '../../../sandbox/shapes/adversarial.ts';
import { DECOYS } from '../../../sandbox/shapes/generated/adminpulse/decoys.ts';
import { ADMINPULSE_OPTIONS } from '../../../sandbox/shapes/generated/adminpulse/options.ts';
import { canonicalRelation, writtenFields } from '../../../sandbox/shapes/generated/office/canonical.ts';
import { generateOffice, type Office } from '../../../sandbox/shapes/generated/office/office.ts';
import { COMPANY_DECOYS } from '../../../sandbox/shapes/generated/openthebox/decoys.ts';
import { OPENTHEBOX_OPTIONS } from '../../../sandbox/shapes/generated/openthebox/options.ts';
import { generateShape, type ServiceShapes } from '../../../sandbox/shapes/generated/shapes.ts';
import type { Truth } from '../../../sandbox/shapes/generated/truth.ts';
import { patched } from '../../../sandbox/shapes/shape.ts';

const SEEDS = Array.from({ length: 250 }, (_, seed) => seed);

type Case = { readonly name: string; readonly shapes: ServiceShapes; readonly office: Office };

const generated = SEEDS.map(
  (seed): Case => ({
    name: `seed ${seed}`,
    shapes: generateShape(seed),
    office: generateOffice(seed, 4),
  }),
);
const handmade = Object.entries(ADVERSARIAL).map(
  ([name, shapes]): Case => ({
    name,
    shapes,
    office: shapes.office(1, 8),
  }),
);
const CASES = [...generated, ...handmade];

/** As it goes over the wire. */
const sent = (answer: unknown): unknown => JSON.parse(JSON.stringify(answer));
const single = ({ shapes }: Case, relation: Relation) => sent(shapes.adminpulse.single(relation)) as object;

describe('a generated or adversarial shape', () => {
  it.each(CASES)('changes nothing when what was read is written back: $name', (one) => {
    for (const relation of one.office.relations) {
      expect(patched(one.shapes.adminpulse, relation, { ...single(one, relation) })).toEqual({ relation });
    }
  });

  it.each(CASES)('takes over the facts of another relation, by what it shows of them: $name', (one) => {
    const [into] = one.office.relations;
    for (const from of into ? one.office.relations : []) {
      const document = single(one, from);
      const result = patched(one.shapes.adminpulse, into as Relation, { ...document });
      if ('problems' in result) throw new Error(JSON.stringify(result.problems));
      const shown = meaningsWithValue(document, one.shapes.adminpulse.truth(document));
      const [wanted, got]: Record<string, unknown>[] = [canonicalRelation(from), canonicalRelation(result.relation)];
      for (const field of writtenFields(result.relation, from)) {
        // What is not there is not written, and the parts of an address that stand at the root are written one by one.
        if (!shown.has(field) || wanted?.[field] === undefined || (field === 'address' && isSpread(one))) continue;
        expect({ field, value: got?.[field] }).toEqual({ field, value: wanted?.[field] });
      }
    }
  });

  it.each(CASES)('says of every leaf that carries a meaning where it stands: $name', (one) => {
    for (const [document, truth] of documentsOf(one)) {
      expect(truth.size).toBeGreaterThan(3);
      for (const path of truth.keys()) {
        const found = placesAt(path, document);
        expect(found.map((place) => place.path)).toEqual([path]);
      }
    }
  });

  it('is the same for the same seed', () => {
    for (const { shapes, office, name } of generated.slice(0, 40)) {
      const again = generateShape(Number(name.slice(5)));
      const [relation] = office.relations;
      const [company] = office.register.companies.values();
      if (!relation || !company) throw new Error('An office without relations');
      expect(again.adminpulse.single(relation)).toEqual(shapes.adminpulse.single(relation));
      expect(again.openthebox.answer(company, office.register)).toEqual(
        shapes.openthebox.answer(company, office.register),
      );
    }
  });

  it('has rows of fewer keys, with the same values under the same names', () => {
    for (const one of generated) {
      for (const relation of one.office.relations) {
        const row = sent(one.shapes.adminpulse.row(relation)) as object;
        const whole = single(one, relation);
        expect('data' in whole ? whole.data : whole).toMatchObject(row);
      }
    }
  });

  it('notices what a write loses of values that no fact stands behind', () => {
    const shapes = ADVERSARIAL['two offices'];
    const [relation] = generateOffice(7, 1).relations;
    if (!relation || !shapes) throw new Error('No such shape');
    const result = patched(shapes.adminpulse, relation, { kantoor: { naam: 'Kantoor Lindeboom' } });
    expect(result).toEqual({ relation: { ...relation, extra: { kantoor: { naam: 'Kantoor Lindeboom' } } } });
  });

  it('replaces a list whole: an item that a write leaves out is lost', () => {
    const shapes = ADVERSARIAL['star on another'];
    const relation = shapes?.office(7, 9).relations.find(({ addresses }) => addresses.length > 2);
    if (!relation || !shapes) throw new Error('No such shape');
    const [last, ...others] = shapes.adminpulse.single(relation).adressen as unknown[];
    const result = patched(shapes.adminpulse, relation, { adressen: others });
    expect(last).toBeDefined();
    expect(result).toEqual({ relation: { ...relation, addresses: relation.addresses.slice(0, -1) } });
  });

  it('refuses a date in another form', () => {
    for (const { shapes, office } of generated.filter(({ shapes: { adminpulse } }) =>
      adminpulse.features.has('date: DD/MM/YYYY'),
    )) {
      const relation = office.relations.find(({ foundation }) => foundation.date);
      if (!relation) continue;
      const text = JSON.stringify(shapes.adminpulse.single(relation));
      const [year, month, day] = relation.foundation.date?.split('-') ?? [];
      const other = JSON.parse(text.replace(`"${day}/${month}/${year}"`, '"1999-12-31"'));
      expect(patched(shapes.adminpulse, relation, other)).toHaveProperty('problems');
    }
  });
});

describe('among 500 seeds', () => {
  const seeds = Array.from({ length: 500 }, (_, seed) => generateShape(seed));
  const features = {
    adminpulse: new Set(seeds.flatMap(({ adminpulse }) => [...adminpulse.features])),
    openthebox: new Set(seeds.flatMap(({ openthebox }) => [...openthebox.features])),
  };
  const optionsOf = (options: object) =>
    Object.entries(options).flatMap(([name, some]) => Object.keys(some).map((option) => `${name}: ${option}`));
  const decoysOf = (decoys: object) => Object.keys(decoys).map((name) => `decoy: ${name}`);

  it.each([
    ['adminpulse', ADMINPULSE_OPTIONS, DECOYS],
    ['openthebox', OPENTHEBOX_OPTIONS, COMPANY_DECOYS],
  ] as const)('every form and decoy of %s is met', (service, options, decoys) => {
    const all = [...optionsOf(options), ...decoysOf(decoys)];
    expect(all.filter((feature) => !features[service].has(feature))).toEqual([]);
  });
});

function documentsOf({ shapes, office }: Case): (readonly [unknown, Truth])[] {
  const { adminpulse, openthebox } = shapes;
  return [
    ...office.relations.map((relation) => {
      const document = sent(adminpulse.single(relation));
      return [document, adminpulse.truth(document)] as const;
    }),
    ...[...office.register.companies.values()].map((company) => {
      const document = sent(openthebox.answer(company, office.register));
      return [document, openthebox.truth(document)] as const;
    }),
  ];
}

function meaningsWithValue(document: unknown, truth: Truth): ReadonlySet<string> {
  return new Set(
    [...truth].flatMap(([path, { meaning }]) => {
      const value = placesAt(path, document)[0]?.value;
      return value === null || value === '' ? [] : [meaning];
    }),
  );
}

const isSpread = ({ shapes }: Case) => shapes.adminpulse.features.has('address place: root');
