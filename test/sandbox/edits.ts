import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { legalFormOf } from './legal-forms.ts';
import { type Address, type ChannelType, favouriteOf, mainAddress, type Relation } from './model.ts';
import { isEnterpriseNumber, tenDigits } from './numbers.ts';

const text = z.string().nullable();
const addressParts = z.object({
  street: text,
  number: text,
  box: text,
  postalCode: text,
  city: text,
  country: text,
});

/**
 * What a colleague can type into AdminPulse's page, in words that do not depend on the shape: dates `YYYY-MM-DD`, the
 * fiscal year's end `MM-DD`, numbers in any notation. Unlike a write through the API, an empty value clears.
 */
export const relationEdit = z.strictObject({
  name: z.string().min(1).optional(),
  commercialName: text.optional(),
  customerCode: text.optional(),
  legalForm: text.optional(),
  enterpriseNumber: text.optional(),
  vatNumber: text.optional(),
  website: text.optional(),
  phone: text.optional(),
  mobile: text.optional(),
  email: text.optional(),
  address: addressParts.partial().optional(),
  incorporationDate: z.iso.date().nullable().optional(),
  fiscalYearEnd: z
    .string()
    .regex(/^\d\d-\d\d$/)
    .nullable()
    .optional(),
  endDate: z.iso.date().nullable().optional(),
  handlingLevel: z.enum(['Normal', 'Attention', 'Blocked']).optional(),
  status: z.enum(['Customer', 'Prospect', 'OwnCompany', 'Other']).optional(),
  language: z.enum(['nl', 'fr', 'en', 'de']).optional(),
  /** Link type and the code of the relation. */
  links: z.array(z.tuple([z.int(), z.string()])).optional(),
});

type AddressParts = z.infer<ReturnType<typeof addressParts.partial>>;

export type RelationEdit = z.infer<typeof relationEdit>;

const CHANNELS: Readonly<Record<'website' | 'phone' | 'mobile' | 'email', ChannelType>> = {
  website: 'Website',
  phone: 'Phone',
  mobile: 'Mobile',
  email: 'Email',
};

/** The relation after the edit; the one given stays as it was. */
export function edited(before: Relation, edit: RelationEdit): Relation {
  const relation = structuredClone(before);
  const { name, commercialName, customerCode, endDate, handlingLevel, status, language } = edit;
  Object.assign(
    relation,
    defined({ name, commercialName, customerCode, end: endDate, handlingLevel, status, language }),
  );
  if (edit.links) relation.links = edit.links.map(([linkType, code]) => ({ linkType, code }));
  if (edit.legalForm !== undefined) relation.legalForm = edit.legalForm ? legalFormOf(edit.legalForm) : null;
  if (edit.enterpriseNumber !== undefined) relation.enterpriseNumber = numberIn(edit.enterpriseNumber);
  if (edit.vatNumber !== undefined) relation.vatNumber = numberIn(edit.vatNumber);
  if (edit.incorporationDate !== undefined) relation.foundation.date = edit.incorporationDate;
  if (edit.fiscalYearEnd !== undefined) relation.fiscalYearEnd = dayOfYear(edit.fiscalYearEnd);
  if (edit.address) setMainAddress(relation, defined(edit.address));
  for (const key of ['website', 'phone', 'mobile', 'email'] as const) {
    const value = edit[key];
    if (value !== undefined) setMainChannel(relation, CHANNELS[key], value || null);
  }
  return relation;
}

/** Ten digits of a Belgian number; a foreign VAT number stays as it is written. */
function numberIn(text: string | null): string | null {
  if (!text) return null;
  return isEnterpriseNumber(text) ? tenDigits(text) : text;
}

/** Sets parts of the address that speaks for the relation, or makes it its seat. */
export function setMainAddress(relation: Relation, parts: AddressParts): void {
  Object.assign(mainAddress(relation) ?? addSeat(relation), parts);
}

/** Sets the starred channel of a type, or adds one; null removes it. */
export function setMainChannel(relation: Relation, type: ChannelType, value: string | null): void {
  const channel = favouriteOf(relation.channels.filter((one) => one.type === type));
  if (value === null) relation.channels = relation.channels.filter((one) => one !== channel);
  else if (channel) channel.value = value;
  else relation.channels.push({ id: randomUUID(), type, value, favorite: true, description: null });
}

function addSeat(relation: Relation): Address {
  const empty = { street: null, number: null, box: null, postalCode: null, city: null, country: 'BE' };
  const seat: Address = { id: randomUUID(), type: 'Seat', favorite: true, ...empty };
  relation.addresses.push(seat);
  return seat;
}

function dayOfYear(text: string | null): Relation['fiscalYearEnd'] {
  return text ? { month: Number(text.slice(0, 2)), day: Number(text.slice(3)) } : null;
}

function defined<T extends object>(values: T): Partial<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<T>;
}
