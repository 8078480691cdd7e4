import type { Relation } from '../../model.ts';
import { distorted, setAddress } from '../generated/distorted.ts';
import { PHONE_FORMS, WEBSITE_FORMS } from '../generated/forms/channels.ts';
import { DATE_FORMS } from '../generated/forms/dates.ts';
import { NUMBER_FORMS } from '../generated/forms/numbers.ts';
import { addressObject, ordinary, relationLeaf, relationShape, seat } from '../generated/handmade.ts';
import type { Node } from '../generated/node.ts';
import { folded, numberOf, phoneIn } from '../generated/office/facts.ts';
import { type Adversarial, by, correspondence, extra, OFFICE_PHONE, of, otherDay, postAddress, write } from './case.ts';

/** Days that follow the deed: filing, publication. Some fall on the same day. */
function after(name: string, days: number): Node<Relation> {
  return extra(name, (relation) => {
    const { date } = relation.foundation;
    if (date === null) return null;
    const day = new Date(`${date}T00:00:00Z`);
    day.setUTCDate(day.getUTCDate() + by(name, relation).below(days));
    return day.toISOString().slice(0, 10);
  });
}

/** Names, phones and dates that equal the wanted ones in most relations, or lie near them. */
export const NAMES_AND_DATES: Readonly<Record<string, Adversarial>> = {
  'one phone': of('All relations share one phone, that of the office, and the own one stands nowhere', {
    adminpulse: relationShape({ telefoonKantoor: extra('telefoonKantoor', () => '09 200 30 40') }),
    office: distorted((relation) => {
      for (const channel of relation.channels) if (channel.type === 'Phone') channel.value = OFFICE_PHONE;
    }),
  }),

  'client from the first day': of('Incorporation equals customer-since in most, and customer-since comes first', {
    adminpulse: relationShape(ordinary('klantSinds')),
    office: distorted((relation, _, random) => {
      if (relation.foundation.date && random.chance(0.8)) relation.since = relation.foundation.date;
    }),
  }),

  'commercial name': of('The commercial name equals the name in most, and comes first', {
    adminpulse: relationShape(ordinary('handelsnaam')),
    office: distorted((relation, _, random) => {
      if (random.chance(0.85)) relation.commercialName = relation.name;
    }),
  }),

  'lying keys': of(
    'Each key says something else: phone is the fax, name the search name, founding date the last change',
    {
      adminpulse: relationShape(
        {
          ...ordinary('id', 'uniqueIdentifier', 'companyId', 'soort', 'status', 'taal', 'tos'),
          name: extra('searchName', ({ name }) => folded(name).slice(0, 12).toUpperCase()),
          description: relationLeaf.name,
          phone: extra('fax', (relation) => write(PHONE_FORMS['09 234 56 78'], phoneIn(by('fax', relation), '02'))),
          mobile: relationLeaf.phone(PHONE_FORMS['09 234 56 78']),
          foundingDate: otherDay('modified', 2025, 2026),
          startDate: relationLeaf.founded(DATE_FORMS['YYYY-MM-DD']),
          vatNumber: extra('parent', (relation) =>
            write(NUMBER_FORMS.BE0123456789, numberOf(by('parent', relation), 5)),
          ),
          reference: relationLeaf.number(NUMBER_FORMS['0123456789']),
          code: relationLeaf.vat(NUMBER_FORMS.BE0123456789),
          address: postAddress(addressObject),
          delivery: seat,
          url: extra('portal', ({ code }) => `https://portaal.lindeboom.be/${code}`),
          remark: relationLeaf.website(WEBSITE_FORMS.bare),
          legalForm: extra('kind', () => 'NV'),
          group: relationLeaf.legalForm,
          fiscalYearEnd: extra('meeting', () => '15/05'),
          period: relationLeaf.yearEnd,
        },
        { naked: true },
      ),
      office: distorted((relation) => setAddress(relation, correspondence(relation))),
    },
  ),

  'days apart': of('Filing and publication follow the deed by days, and are the same day in some', {
    adminpulse: relationShape({
      datumPublicatie: after('publication', 14),
      datumNeerlegging: after('filing', 4),
      datumAkte: relationLeaf.founded(DATE_FORMS['YYYY-MM-DD']),
      oprichtingsdatum: undefined,
      datumKbo: after('registration', 3),
    }),
  }),
};
