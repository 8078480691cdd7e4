import { fact, founded, mainChannelLens, shown } from '../generated/adminpulse/lenses.ts';
import { UTC_DATE } from '../generated/distorted.ts';
import { PHONE_FORMS, text, WEBSITE_FORMS } from '../generated/forms/channels.ts';
import { DATE_FORMS } from '../generated/forms/dates.ts';
import { LEGAL_FORM_FORMS } from '../generated/forms/enums.ts';
import { NUMBER_FORMS } from '../generated/forms/numbers.ts';
import {
  companyLeaf,
  companyShapeWith,
  entriesOf,
  ordinary,
  relationLeaf,
  relationShape,
} from '../generated/handmade.ts';
import { type Form, group, leaf } from '../generated/node.ts';
import { labelled, mixed, pairs, placeheld } from '../generated/odd-nodes.ts';
import { dayBetween, phoneIn } from '../generated/office/facts.ts';
import { held } from '../generated/truth.ts';
import { type Adversarial, by, extra, of, otherDay, write } from './case.ts';

/** A legal form by a number of AdminPulse's own, which nobody outside can know, with its abbreviation beside it. */
const OWN_INDEX = ['610', '014', '017', '612', '706', '011', '702', '070', '015', 'NP'];
const ownIndex: Form<string> = {
  name: 'a number of the list of legal forms',
  write: (code) => 40 + OWN_INDEX.indexOf(code),
  read: (raw) => (typeof raw === 'number' ? OWN_INDEX[raw - 40] : undefined),
};

/** Values in forms that say less, or more, than they should. */
export const FORMS: Readonly<Record<string, Adversarial>> = {
  'array answer': of('The answer about a company is an array of one, of a relation in an envelope', {
    adminpulse: relationShape(
      {
        data: group(
          entriesOf(
            ordinary(
              'id',
              'uniqueIdentifier',
              'companyId',
              'naam',
              'rechtsvorm',
              'ondernemingsnummer',
              'btwNummer',
              'adres',
              'telefoon',
              'website',
              'oprichtingsdatum',
              'boekjaarEinde',
              'taal',
              'soort',
              'status',
              'tos',
            ),
          ),
        ),
      },
      { naked: true },
    ),
    openthebox: companyShapeWith({}, 'array'),
  }),

  'value and label': of(
    'Every value stands beside the label of its field, and the legal form is a number of its own list',
    {
      adminpulse: relationShape({
        naam: labelled(relationLeaf.name, 'Naam'),
        telefoon: labelled(relationLeaf.phone(PHONE_FORMS['+3292345678']), 'Telefoon'),
        website: labelled(relationLeaf.website(WEBSITE_FORMS.https), 'Website'),
        ondernemingsnummer: labelled(relationLeaf.number(NUMBER_FORMS['0123456789']), 'Ondernemingsnummer'),
        btwNummer: labelled(relationLeaf.vat(NUMBER_FORMS.BE0123456789), 'BTW-nummer'),
        oprichtingsdatum: labelled(relationLeaf.founded(DATE_FORMS['DD/MM/YYYY']), 'Opgericht op'),
        rechtsvorm: group([
          { key: 'value', node: leaf(fact('legalForm'), ownIndex, 'null') },
          {
            key: 'label',
            node: leaf(
              shown(fact('legalForm')),
              LEGAL_FORM_FORMS.abbreviation,
              'null',
              held('legalForm', 'abbreviation'),
            ),
          },
        ]),
      }),
    },
  ),

  'days of UTC': of('Dates are instants in UTC: the day before, at 22 or 23 hours', {
    adminpulse: relationShape({
      oprichtingsdatum: relationLeaf.founded(UTC_DATE),
      klantSinds: relationLeaf.since(UTC_DATE),
      aangemaakt: extra('created', (relation) =>
        UTC_DATE.write(dayBetween(by('created', relation), 2019, 2025), undefined),
      ),
    }),
    openthebox: companyShapeWith({ startDate: companyLeaf.founded(UTC_DATE) }),
  }),

  'as it was typed': of('One key holds phones, dates and numbers in the form in which somebody typed them', {
    adminpulse: relationShape({
      telefoon: relationLeaf.phone(mixed(Object.values(PHONE_FORMS))),
      website: relationLeaf.website(mixed(Object.values(WEBSITE_FORMS))),
      oprichtingsdatum: relationLeaf.founded(
        mixed([DATE_FORMS['DD/MM/YYYY'], DATE_FORMS['YYYY-MM-DD'], DATE_FORMS['DD.MM.YYYY']]),
      ),
      ondernemingsnummer: relationLeaf.number(
        mixed([NUMBER_FORMS['0123.456.789'], NUMBER_FORMS['0123456789'], NUMBER_FORMS['BE 0123.456.789']]),
      ),
      btwNummer: relationLeaf.vat(
        mixed([NUMBER_FORMS.BE0123456789, NUMBER_FORMS['BE 0123.456.789'], NUMBER_FORMS['0123456789']]),
      ),
    }),
  }),

  'typed for nothing': of('Where nothing is known something stands all the same: -, n/a, 0000.000.000, 01/01/1900', {
    adminpulse: relationShape({
      telefoon: placeheld(mainChannelLens('Phone'), PHONE_FORMS['09 234 56 78'], '-', held('phone')),
      website: placeheld(mainChannelLens('Website'), WEBSITE_FORMS.bare, 'n/a', held('website')),
      btwNummer: placeheld(fact('vatNumber'), NUMBER_FORMS['0123.456.789'], '0000.000.000', held('vatNumber')),
      oprichtingsdatum: placeheld(founded, DATE_FORMS['DD/MM/YYYY'], '01/01/1900', held('incorporationDate')),
      handelsnaam: placeheld(fact('commercialName'), text, 'geen', held('commercialName')),
    }),
  }),

  'fields of its own': of('Half of the fields stand in a list of names and values', {
    adminpulse: relationShape({
      telefoon: undefined,
      website: undefined,
      oprichtingsdatum: undefined,
      boekjaarEinde: undefined,
      velden: pairs('naam', 'waarde', [
        {
          key: 'F01',
          node: extra('fax', (relation) => write(PHONE_FORMS['09 234 56 78'], phoneIn(by('fax', relation), '03'))),
        },
        { key: 'F02', node: relationLeaf.phone(PHONE_FORMS['09 234 56 78']) },
        { key: 'F03', node: otherDay('created', 2019, 2025) },
        { key: 'F04', node: relationLeaf.founded(DATE_FORMS['YYYY-MM-DD']) },
        { key: 'F05', node: relationLeaf.yearEnd },
        { key: 'F06', node: relationLeaf.website(WEBSITE_FORMS.bare) },
      ]),
    }),
  }),
};
