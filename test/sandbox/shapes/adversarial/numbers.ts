import type { Relation } from '../../model.ts';
import { enterpriseNumberOf } from '../../numbers.ts';
import { distorted } from '../generated/distorted.ts';
import { NUMBER_FORMS } from '../generated/forms/numbers.ts';
import { companyShapeWith, relationLeaf, relationShape } from '../generated/handmade.ts';
import { constant, group, isObject } from '../generated/node.ts';
import { among } from '../generated/odd-nodes.ts';
import { numberOf } from '../generated/office/facts.ts';
import { type Adversarial, by, extra, OFFICE_NUMBERS, of, officeObject, write } from './case.ts';

const isKind = (kind: string) => (raw: unknown) => isObject(raw) && raw.type === kind;

/** Numbers that are not the own one, and the own one in other places. */
export const NUMBERS: Readonly<Record<string, Adversarial>> = {
  'two offices': of('The numbers, phone and address of two offices stand in each relation, before its own', {
    adminpulse: relationShape({
      kantoor: extra('kantoor', () => officeObject(0)),
      vorigKantoor: extra('vorigKantoor', () => officeObject(1)),
    }),
  }),

  'numbers of a group': of('The numbers of parent, group and establishment stand in one list with the own one, last', {
    adminpulse: relationShape({
      ondernemingsnummer: undefined,
      nummers: among(
        group([
          { key: 'type', node: constant<Relation>(() => 'KBO') },
          { key: 'nummer', node: relationLeaf.number(NUMBER_FORMS['0123.456.789']) },
        ]),
        {
          before: (relation) => [
            { type: 'MOEDER', nummer: write(NUMBER_FORMS['0123.456.789'], numberOf(by('parent', relation), 77)) },
            { type: 'GROEP', nummer: write(NUMBER_FORMS['0123.456.789'], OFFICE_NUMBERS[1] ?? '') },
            { type: 'VESTIGING', nummer: '2.123.456.789' },
          ],
        },
        isKind('KBO'),
      ),
    }),
  }),

  'VAT unit': of('The VAT number is that of a VAT unit in some, and openthebox says the own one', {
    office: distorted((relation, _, random) => {
      if (relation.vatNumber && random.chance(0.25))
        relation.vatNumber = enterpriseNumberOf(1_980_000 + random.below(9_000));
    }),
  }),

  'the number everywhere': of(
    'The own number stands in a Peppol id, a file name, a link and a bank account’s message too',
    {
      adminpulse: relationShape({
        peppol: extra('peppol', ({ enterpriseNumber: n }) => n && `0208:${n}`),
        map: extra('folder', ({ enterpriseNumber: n, name }) => n && `${n} ${name}`),
        portaal: extra(
          'portal',
          ({ enterpriseNumber: n }) =>
            n && `https://kbopub.economie.fgov.be/kbopub/toonondernemingps.html?ondernemingsnummer=${n}`,
        ),
        dossiernaam: extra('file', ({ name, code }) => `${code} - ${name}`),
      }),
      openthebox: companyShapeWith({
        self: constant(({ number }) => `https://openthebox.be/api/companies/BE${number}`),
        peppolId: constant(({ number }) => `0208:${number}`),
      }),
    },
  ),
};
