import { z } from 'zod';
import { setMainAddress, setMainChannel } from '../edits.ts';
import { legalFormOf, legalFormText } from '../legal-forms.ts';
import { mainAddress, mainChannel, type Relation } from '../model.ts';
import { dotted, isEnterpriseNumber } from '../numbers.ts';
import type { Raw, Shape } from './shape.ts';
import { belgianNumber, dayAndMonth, dayFirstDay, links, optionalText, text, vatNumber, writable } from './writable.ts';

const dayAndMonthText = z
  .string()
  .regex(/^\d\d\/\d\d$/, 'is not a day and a month')
  .transform((value) => ({ day: Number(value.slice(0, 2)), month: Number(value.slice(3)) }))
  .pipe(dayAndMonth);

const adres = z.object({
  straat: optionalText,
  nr: optionalText,
  bus: optionalText,
  postcode: optionalText,
  gemeente: optionalText,
});

/**
 * A shape whose keys no candidate has, but for the relation's own code and id: only the field mapping finds its fields.
 * The address is one object that is written whole; dates are `14/05/2019`.
 */
export const foreign: Shape = {
  single(relation) {
    const address = mainAddress(relation);
    const { fiscalYearEnd, foundation } = relation;
    return {
      ...row(relation),
      soort: relation.type,
      toestand: relation.status,
      taal: relation.language,
      adres: {
        straat: address?.street ?? null,
        nr: address?.number ?? null,
        bus: address?.box ?? null,
        postcode: address?.postalCode ?? null,
        gemeente: address?.city ?? null,
      },
      telefoon: mainChannel(relation, 'Phone'),
      site: mainChannel(relation, 'Website'),
      opgericht: foundation.date?.split('-').reverse().join('/') ?? null,
      boekjaarEinde: fiscalYearEnd && `${two(fiscalYearEnd.day)}/${two(fiscalYearEnd.month)}`,
      klantSinds: relation.since,
    };
  },

  row,

  required: {
    always: ['soort', 'toestand', 'taal', 'kantoor', 'benaming'],
    oneNumber: ['btwNr', 'ondNr'],
    person: [],
    since: ['startDate'],
  },

  writable: {
    klantcode: writable(text, (relation, value) => {
      relation.customerCode = value;
    }),
    benaming: writable(text, (relation, value) => {
      relation.name = value;
    }),
    rechtsvormCode: writable(text, (relation, value) => {
      relation.legalForm = legalFormOf(value);
    }),
    ondNr: writable(belgianNumber, (relation, value) => {
      relation.enterpriseNumber = value;
    }),
    btwNr: writable(vatNumber, (relation, value) => {
      relation.vatNumber = value;
    }),
    soort: writable(z.enum(['Person', 'Company', 'SoleProprietor']), (relation, value) => {
      relation.type = value;
    }),
    toestand: writable(z.enum(['Customer', 'Prospect', 'OwnCompany', 'Other']), (relation, value) => {
      relation.status = value;
    }),
    taal: writable(z.enum(['nl', 'fr', 'en', 'de']), (relation, value) => {
      relation.language = value;
    }),
    kantoor: writable(z.guid(), (relation, value) => {
      relation.companyId = value;
    }),
    adres: writable(adres, (relation, { straat, nr, bus, postcode, gemeente }) => {
      const parts = { street: straat, number: nr, box: bus, postalCode: postcode, city: gemeente };
      if (mainAddress(relation) || Object.values(parts).some((part) => part !== null)) setMainAddress(relation, parts);
    }),
    telefoon: writable(text, (relation, value) => setMainChannel(relation, 'Phone', value)),
    site: writable(text, (relation, value) => setMainChannel(relation, 'Website', value)),
    opgericht: writable(dayFirstDay, (relation, value) => {
      relation.foundation.date = value;
    }),
    boekjaarEinde: writable(dayAndMonthText, (relation, value) => {
      relation.fiscalYearEnd = value;
    }),
    klantSinds: writable(z.iso.date(), (relation, value) => {
      relation.since = value;
    }),
    banden: links,
  },
};

function row(relation: Relation): Raw {
  const { vatNumber: vat, enterpriseNumber } = relation;
  return {
    id: relation.id,
    uniqueIdentifier: relation.code,
    klantcode: relation.customerCode,
    benaming: relation.name,
    rechtsvormCode: legalFormText(relation.legalForm, 'abbreviation', relation.language),
    ondNr: enterpriseNumber && dotted(enterpriseNumber),
    btwNr: vat && isEnterpriseNumber(vat) ? `BE${vat}` : vat,
    kantoor: relation.companyId,
    banden: relation.links.map(({ linkType, code }) => ({ linkType, uniqueIdentifier: code })),
  };
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
