import type { Company as Facts, FlatField } from '../../../../../src/company/company.ts';
import { type EnterpriseNumber, parseEnterpriseNumber } from '../../../../../src/company/enterprise-number.ts';
import { favouriteOf, type Relation } from '../../../model.ts';
import type { Company, Address as RegisterAddress } from '../../../openthebox/model.ts';

/** A side of a comparison without any shape between: what the product should have read, whatever the answers look like. */
type Side = Omit<Facts, 'provenance' | 'unreadable'>;

const provenance = (service: Facts['provenance']['service']): Facts['provenance'] => ({
  service,
  retrievedAt: '2026-01-01T00:00:00.000Z',
  paths: {},
  unreadable: [],
});

/** What AdminPulse knows of a relation: its seat, its main phone and website, its other phones beside them. */
export function canonicalRelation(relation: Relation): Facts {
  const ofType = (type: string) => relation.channels.filter((one) => one.type === type);
  const seat = favouriteOf(relation.addresses.filter(({ type }) => type === 'Seat'));
  const phone = favouriteOf(ofType('Phone'))?.value;
  const website = favouriteOf(ofType('Website'))?.value;
  const side = {
    name: [{ value: relation.name }],
    legalForm: relation.legalForm,
    enterpriseNumber: numberIn(relation.enterpriseNumber),
    vatNumber: numberIn(relation.vatNumber),
    website: website && [website],
    address: seat && [{ value: known({ ...pick(seat), postalCode: seat.postalCode, municipality: seat.city }) }],
    phone: phone && [phone],
    incorporationDate: relation.foundation.date,
    fiscalYearEnd: relation.fiscalYearEnd && monthDay(relation.fiscalYearEnd),
    language: relation.language,
  };
  return { ...(known(side) as Side), provenance: provenance('adminpulse') };
}

/** What openthebox knows of a company, in both languages. */
export function canonicalCompany(company: Company): Facts {
  const { nameNl, nameFr, addressNl, addressFr, startDate } = company;
  const names = [
    ...(nameNl === null ? [] : [{ value: nameNl, language: 'nl' as const }]),
    ...(nameFr === null ? [] : [{ value: nameFr, language: 'fr' as const }]),
  ];
  const addresses = [
    ...(addressNl === null ? [] : [{ value: addressOf(addressNl), language: 'nl' as const }]),
    ...(addressFr === null ? [] : [{ value: addressOf(addressFr), language: 'fr' as const }]),
  ];
  const side = {
    name: names.length > 0 ? names : null,
    legalForm: company.juridicalForm,
    enterpriseNumber: numberIn(company.number),
    vatNumber: company.vatLiable ? numberIn(company.number) : null,
    website: company.website && [company.website],
    address: addresses.length > 0 ? addresses : null,
    phone: company.telephone && [company.telephone],
    incorporationDate: typeof startDate === 'string' ? startDate : null,
    fiscalYearEnd: company.fiscalYearEnd && monthDay(company.fiscalYearEnd),
    juridicalSituation: company.juridicalSituation,
    naturalPerson: company.naturalPerson,
  };
  return { ...(known(side) as Side), provenance: provenance('openthebox') };
}

/** The fields whose value a write may change, as the canonical relation has them: to see what a write did. */
export function writtenFields(before: Relation, after: Relation): readonly FlatField[] {
  const [old, now] = [canonicalRelation(before), canonicalRelation(after)];
  const fields = Object.keys({ ...old, ...now }) as (keyof Facts)[];
  return fields.filter(
    (field): field is FlatField => field !== 'provenance' && JSON.stringify(old[field]) !== JSON.stringify(now[field]),
  );
}

const numberIn = (text: string | null): EnterpriseNumber | null => (text && parseEnterpriseNumber(text)) || null;

const two = (part: number) => String(part).padStart(2, '0');
const monthDay = ({ day, month }: { day: number; month: number }) => `${two(month)}-${two(day)}`;

const pick = ({ street, number, box }: { street: string | null; number: string | null; box: string | null }) => ({
  street,
  number,
  box,
});

function addressOf({ street, number, box, zipCode, city }: RegisterAddress) {
  return known({ street, number, box: box ?? null, postalCode: zipCode, municipality: city });
}

/** Without what is null: absent is the one way to say "unknown". */
function known<T extends object>(record: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value ?? false)) as {
    [K in keyof T]?: NonNullable<T[K]>;
  };
}
