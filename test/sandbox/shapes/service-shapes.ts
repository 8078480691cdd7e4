import { z } from 'zod';
import { companyAnswer } from '../openthebox/answers.ts';
import type { Company, Register } from '../openthebox/model.ts';
import { ADVERSARIAL } from './adversarial.ts';
import type { MakeOffice } from './generated/distorted.ts';
import { generateOffice } from './generated/office/office.ts';
import { generateShape } from './generated/shapes.ts';
import type { ListForms } from './lists.ts';
import { maskedOpenthebox } from './masked/company-shape.ts';
import { maskedAdminpulse } from './masked/relation-shape.ts';
import { SHAPES, type Shape } from './shape.ts';

/** What both services answer. */
export type ServiceShapes = {
  readonly adminpulse: Shape;
  readonly openthebox: { answer(company: Company, register: Register): unknown };
  /** Absent: as public code shows them. */
  readonly lists?: ListForms;
};

/** A shape by its name, one that a seed makes up for both services, that of masked answers, or one of the adversarial ones. */
export const shapeSetting = z.union([
  z.enum(['flat', 'nested', 'foreign']),
  z.strictObject({ seed: z.int().min(0) }),
  // Answers as *Copy for support* masks them: of a service that has none, the usual one.
  z.strictObject({ masked: z.strictObject({ adminpulse: z.json().optional(), openthebox: z.json().optional() }) }),
  z.strictObject({ adversarial: z.string().refine((name) => name in ADVERSARIAL, 'is no adversarial shape') }),
]);
export type ShapeSetting = z.infer<typeof shapeSetting>;

/** Who makes up an office for a setting: an adversarial shape has one of its own. */
export function officeMaker(setting: ShapeSetting): MakeOffice {
  const isAdversarial = typeof setting === 'object' && 'adversarial' in setting;
  return (isAdversarial && ADVERSARIAL[setting.adversarial]?.office) || generateOffice;
}

/** The shapes of a setting, made once. */
const made = new Map<string, ServiceShapes>();

export function shapesOf(setting: ShapeSetting): ServiceShapes {
  const name = JSON.stringify(setting);
  const known = made.get(name);
  if (known) return known;
  const shapes = makeShapes(setting);
  made.set(name, shapes);
  return shapes;
}

function makeShapes(setting: ShapeSetting): ServiceShapes {
  if (typeof setting === 'string') return { adminpulse: SHAPES[setting], openthebox: { answer: companyAnswer } };
  if ('seed' in setting) return generateShape(setting.seed);
  if ('masked' in setting) {
    const { adminpulse, openthebox } = setting.masked;
    return {
      adminpulse: adminpulse === undefined ? SHAPES.flat : maskedAdminpulse(adminpulse),
      openthebox: openthebox === undefined ? { answer: companyAnswer } : maskedOpenthebox(openthebox),
    };
  }
  const shapes = ADVERSARIAL[setting.adversarial];
  if (!shapes) throw new Error(`No adversarial shape ${setting.adversarial}`);
  return shapes;
}
