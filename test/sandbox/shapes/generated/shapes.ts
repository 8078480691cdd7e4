import { generateLists, type ListForms } from '../lists.ts';
import { type GeneratedShape, generateAdminpulse } from './adminpulse/shape.ts';
import { type CompanyShape, generateOpenthebox } from './openthebox/shape.ts';
import { randomOf } from './random.ts';

/** What both services answer, in a form that a seed made up. */
export type ServiceShapes = {
  readonly adminpulse: GeneratedShape;
  readonly openthebox: CompanyShape;
  readonly lists?: ListForms;
};

/** The same seed gives the same shapes. */
export function generateShape(seed: number): ServiceShapes {
  const random = randomOf(`shape ${seed}`);
  return {
    adminpulse: generateAdminpulse(random.fork('adminpulse')),
    openthebox: generateOpenthebox(random.fork('openthebox')),
    lists: generateLists(random.fork('lists')),
  };
}
