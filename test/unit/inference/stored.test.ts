import { expect, it } from 'vitest';
import { inferPlaces } from '../../../src/inference/infer-places.ts';
import { FieldPlaceSchema } from '../../../src/schema/field-place-schema.ts';
import { generateOffice } from '../../sandbox/shapes/generated/office/office.ts';
import { generateShape } from '../../sandbox/shapes/generated/shapes.ts';

/** In shape 60, openthebox's answer is a list of one, with lists of channels in it. */
it.each([1, 2, 60])('every place that is found in the shape "%s" can be kept', (seed) => {
  const shape = generateShape(seed);
  const { relations, register } = generateOffice(seed, 12);
  const samples = relations.map((relation) => {
    const company = register.companies.get(relation.enterpriseNumber ?? '');
    return {
      relation: shape.adminpulse.single(relation),
      ...(company && { company: shape.openthebox.answer(company, register) }),
    };
  });
  const { adminpulse, openthebox } = inferPlaces(samples);
  for (const { meaning, place } of [...adminpulse.findings, ...openthebox.findings]) {
    expect(FieldPlaceSchema.safeParse(place).success, meaning).toBe(true);
  }
});
