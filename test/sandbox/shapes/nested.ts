import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { legalFormOf, legalFormText } from '../legal-forms.ts';
import type { Address, Channel, Relation, RelationType, Status } from '../model.ts';
import { dotted, isEnterpriseNumber } from '../numbers.ts';
import type { Raw, Shape } from './shape.ts';
import {
  belgianNumber,
  dayAndMonth,
  dayFirstDay,
  handlingLevel,
  links,
  optionalText,
  text,
  vatNumber,
  writable,
} from './writable.ts';

const TYPES: readonly RelationType[] = ['Person', 'Company', 'SoleProprietor'];
const STATUSES: readonly Status[] = ['Customer', 'Prospect', 'OwnCompany', 'Other'];

const address = z
  .object({
    id: z.guid().nullish(),
    type: z.enum(['Seat', 'Correspondence', 'Establishment']),
    street: optionalText,
    number: optionalText,
    box: optionalText,
    zipCode: optionalText,
    city: optionalText,
    countryCode: optionalText,
    isFavorite: z.boolean().default(false),
  })
  .transform(
    ({ id, zipCode, countryCode, isFavorite, ...rest }): Address => ({
      ...rest,
      id: id ?? randomUUID(),
      postalCode: zipCode,
      country: countryCode,
      favorite: isFavorite,
    }),
  );

const communication = z
  .object({
    id: z.guid().nullish(),
    type: z.enum(['Phone', 'Mobile', 'Email', 'Website', 'POBox']),
    value: z.string().min(1),
    isFavorite: z.boolean().default(false),
    description: optionalText,
  })
  .transform(({ id, isFavorite, ...rest }): Channel => ({ ...rest, id: id ?? randomUUID(), favorite: isFavorite }));

const legal = z.object({
  foundation: z.object({
    foundingDate: dayFirstDay.nullish(),
    deedType: optionalText,
    publicationNumber: optionalText,
    subscribedCapital: z.number().nullish(),
  }),
});

const accountantInfo = z.object({ endFinancialYear: dayAndMonth.nullish(), cupboardNumber: optionalText });

/**
 * The nested shape: addresses and channels in lists with a favourite, `0001004246` and `BE 0001.004.246`, legal forms in
 * words, enums as numbers, `14/05/2019`, day and month as numbers. A list or object that is written is replaced whole: what
 * the client leaves out of it is lost.
 */
export const nested: Shape = {
  single: (relation) => ({
    ...row(relation),
    type: TYPES.indexOf(relation.type) + 1,
    relationStatus: STATUSES.indexOf(relation.status) + 1,
    languageCode: relation.language.toUpperCase(),
    shortName: relation.commercialName,
    firstName: relation.firstName,
    lastName: relation.lastName,
    vatPending: relation.vatNumberPending,
    addresses: relation.addresses.map(rawAddress),
    communications: relation.channels.map(rawChannel),
    legal: {
      foundation: {
        foundingDate: dayFirst(relation.foundation.date),
        deedType: relation.foundation.deedType,
        publicationNumber: relation.foundation.publicationNumber,
        subscribedCapital: relation.foundation.subscribedCapital,
      },
    },
    accountantInfo: { endFinancialYear: relation.fiscalYearEnd, cupboardNumber: relation.cupboardNumber },
    startDate: dayFirst(relation.since),
    endDate: dayFirst(relation.end),
    handlingLevel: relation.handlingLevel,
  }),

  row,

  required: {
    always: ['type', 'relationStatus', 'languageCode', 'companyId', 'name'],
    oneNumber: ['vatNumber', 'companyNumber', 'vatPending'],
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
    shortName: writable(text, (relation, value) => {
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
    companyNumber: writable(belgianNumber, (relation, value) => {
      relation.enterpriseNumber = value;
    }),
    vatNumber: writable(vatNumber, (relation, value) => {
      relation.vatNumber = value;
    }),
    vatPending: writable(z.boolean(), (relation, value) => {
      relation.vatNumberPending = value;
    }),
    type: writable(z.int().min(1).max(TYPES.length), (relation, value) => {
      relation.type = TYPES[value - 1] ?? relation.type;
    }),
    relationStatus: writable(z.int().min(1).max(STATUSES.length), (relation, value) => {
      relation.status = STATUSES[value - 1] ?? relation.status;
    }),
    languageCode: writable(
      z
        .string()
        .toLowerCase()
        .pipe(z.enum(['nl', 'fr', 'en', 'de'])),
      (relation, value) => {
        relation.language = value;
      },
    ),
    companyId: writable(z.guid(), (relation, value) => {
      relation.companyId = value;
    }),
    accountingRelationcode: writable(text, (relation, value) => {
      relation.accountingCode = value;
    }),
    addresses: writable(z.array(address), (relation, value) => {
      relation.addresses = value;
    }),
    communications: writable(z.array(communication), (relation, value) => {
      relation.channels = value;
    }),
    legal: writable(legal, (relation, { foundation }) => {
      relation.foundation = {
        date: foundation.foundingDate ?? null,
        deedType: foundation.deedType,
        publicationNumber: foundation.publicationNumber,
        subscribedCapital: foundation.subscribedCapital ?? null,
      };
    }),
    accountantInfo: writable(accountantInfo, (relation, value) => {
      relation.fiscalYearEnd = value.endFinancialYear ?? null;
      relation.cupboardNumber = value.cupboardNumber;
    }),
    startDate: writable(dayFirstDay, (relation, value) => {
      relation.since = value;
    }),
    endDate: writable(dayFirstDay, (relation, value) => {
      relation.end = value;
    }),
    handlingLevel: writable(handlingLevel, (relation, value) => {
      relation.handlingLevel = value;
    }),
    tos: links,
  },
};

function row(relation: Relation): Raw {
  const { vatNumber: vat } = relation;
  return {
    id: relation.id,
    uniqueIdentifier: relation.code,
    code: relation.customerCode,
    name: relation.name,
    displayName: relation.name,
    legalForm: legalFormText(relation.legalForm, 'word', relation.language),
    companyNumber: relation.enterpriseNumber,
    vatNumber: vat && isEnterpriseNumber(vat) ? `BE ${dotted(vat)}` : vat,
    accountingRelationcode: relation.accountingCode,
    companyId: relation.companyId,
    relationGroupName: relation.group,
    tos: relation.links.map(({ linkType, code }) => ({ linkType, uniqueIdentifier: code })),
  };
}

function rawAddress({ postalCode, country, favorite, ...rest }: Address): Raw {
  return { ...rest, zipCode: postalCode, countryCode: country, isFavorite: favorite };
}

function rawChannel({ favorite, ...rest }: Channel): Raw {
  return { ...rest, isFavorite: favorite };
}

function dayFirst(day: string | null): string | null {
  return day?.split('-').reverse().join('/') ?? null;
}
