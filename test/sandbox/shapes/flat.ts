import { z } from 'zod';
import { setMainAddress, setMainChannel } from '../edits.ts';
import { legalFormOf, legalFormText } from '../legal-forms.ts';
import { type ChannelType, mainAddress, mainChannel, type Relation } from '../model.ts';
import { dotted, isEnterpriseNumber } from '../numbers.ts';
import type { Raw, Shape } from './shape.ts';
import { belgianNumber, dayAndMonth, handlingLevel, isoDay, links, text, vatNumber, writable } from './writable.ts';

const dayAndMonthText = z
  .string()
  .regex(/^\d\d\/\d\d$/, 'is not a day and a month')
  .transform((value) => ({ day: Number(value.slice(0, 2)), month: Number(value.slice(3)) }))
  .pipe(dayAndMonth);

/**
 * The flat shape: one value per key, `BE0001004246` and `0001.004.246`, abbreviations, ISO date-times, `31/12`. It shows
 * the starred address and channels only; the others are kept, unseen.
 */
export const flat: Shape = {
  single(relation) {
    const address = mainAddress(relation);
    const { fiscalYearEnd, foundation } = relation;
    return {
      ...row(relation),
      relationType: relation.type,
      status: relation.status,
      language: relation.language,
      commercialName: relation.commercialName,
      firstName: relation.firstName,
      lastName: relation.lastName,
      vatNumberPending: relation.vatNumberPending,
      street: address?.street ?? null,
      houseNumber: address?.number ?? null,
      box: address?.box ?? null,
      postalCode: address?.postalCode ?? null,
      city: address?.city ?? null,
      country: address?.country ?? null,
      phone: mainChannel(relation, 'Phone'),
      mobile: mainChannel(relation, 'Mobile'),
      email: mainChannel(relation, 'Email'),
      website: mainChannel(relation, 'Website'),
      foundingDate: midnight(foundation.date),
      endFinancialYear: fiscalYearEnd && `${two(fiscalYearEnd.day)}/${two(fiscalYearEnd.month)}`,
      startDate: midnight(relation.since),
      endDate: midnight(relation.end),
      handlingLevel: relation.handlingLevel,
      cupboardNumber: relation.cupboardNumber,
    };
  },

  row,

  required: {
    always: ['relationType', 'status', 'language', 'companyId', 'name'],
    oneNumber: ['vatNumber', 'enterpriseNumber', 'vatNumberPending'],
    person: ['lastName', 'firstName'],
    since: ['startDate'],
  },

  writable: {
    code: writable(text, (relation, value) => {
      relation.customerCode = value;
    }),
    name: writable(text, (relation, value) => {
      relation.name = value;
    }),
    commercialName: writable(text, (relation, value) => {
      relation.commercialName = value;
    }),
    firstName: writable(text, (relation, value) => {
      relation.firstName = value;
    }),
    lastName: writable(text, (relation, value) => {
      relation.lastName = value;
    }),
    legalForm: writable(text, (relation, value) => {
      relation.legalForm = legalFormOf(value);
    }),
    vatNumber: writable(vatNumber, (relation, value) => {
      relation.vatNumber = value;
    }),
    vatNumberPending: writable(z.boolean(), (relation, value) => {
      relation.vatNumberPending = value;
    }),
    enterpriseNumber: writable(belgianNumber, (relation, value) => {
      relation.enterpriseNumber = value;
    }),
    relationType: writable(z.enum(['Person', 'Company', 'SoleProprietor']), (relation, value) => {
      relation.type = value;
    }),
    status: writable(z.enum(['Customer', 'Prospect', 'OwnCompany', 'Other']), (relation, value) => {
      relation.status = value;
    }),
    language: writable(z.enum(['nl', 'fr', 'en', 'de']), (relation, value) => {
      relation.language = value;
    }),
    companyId: writable(z.guid(), (relation, value) => {
      relation.companyId = value;
    }),
    accountingRelationcode: writable(text, (relation, value) => {
      relation.accountingCode = value;
    }),
    street: addressPart('street'),
    houseNumber: addressPart('number'),
    box: addressPart('box'),
    postalCode: addressPart('postalCode'),
    city: addressPart('city'),
    country: addressPart('country'),
    phone: channel('Phone'),
    mobile: channel('Mobile'),
    email: channel('Email'),
    website: channel('Website'),
    foundingDate: writable(isoDay, (relation, value) => {
      relation.foundation.date = value;
    }),
    endFinancialYear: writable(dayAndMonthText, (relation, value) => {
      relation.fiscalYearEnd = value;
    }),
    startDate: writable(isoDay, (relation, value) => {
      relation.since = value;
    }),
    endDate: writable(isoDay, (relation, value) => {
      relation.end = value;
    }),
    handlingLevel: writable(handlingLevel, (relation, value) => {
      relation.handlingLevel = value;
    }),
    tos: links,
  },
};

function row(relation: Relation): Raw {
  const { vatNumber: vat, enterpriseNumber } = relation;
  return {
    id: relation.id,
    uniqueIdentifier: relation.code,
    code: relation.customerCode,
    name: relation.name,
    displayName: relation.name,
    legalForm: legalFormText(relation.legalForm, 'abbreviation', relation.language),
    vatNumber: vat && isEnterpriseNumber(vat) ? `BE${vat}` : vat,
    enterpriseNumber: enterpriseNumber && dotted(enterpriseNumber),
    accountingRelationcode: relation.accountingCode,
    companyId: relation.companyId,
    relationGroupName: relation.group,
    tos: relation.links.map(({ linkType, code }) => ({ linkType, uniqueIdentifier: code })),
  };
}

function addressPart(part: 'street' | 'number' | 'box' | 'postalCode' | 'city' | 'country') {
  return writable(text, (relation, value) => setMainAddress(relation, { [part]: value }));
}

function channel(type: ChannelType) {
  return writable(text, (relation, value) => setMainChannel(relation, type, value));
}

function midnight(day: string | null): string | null {
  return day && `${day}T00:00:00`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
