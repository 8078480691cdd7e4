import { tenDigits } from '../numbers.ts';
import {
  type Address,
  brusselsMidnight,
  type Company,
  type Mandate,
  type Person,
  type Register,
} from '../openthebox/model.ts';
import { type Entry, type Facts, factsOf, type Holder, type OpentheboxSide, type Place } from './entry.ts';

const FIRST_PID = 100_001;

/** openthebox's companies of the seed, and the people that their mandates name. */
export function registerOf(entries: readonly Entry[]): Register {
  const people: Person[] = [];
  const companies = new Map<string, Company>();
  for (const entry of entries) {
    if (!entry.openthebox || !entry.number) continue;
    const company = companyOf(entry, tenDigits(entry.number), entry.openthebox, people);
    companies.set(company.number, company);
  }
  return { companies, people };
}

function companyOf(entry: Entry, number: string, side: OpentheboxSide, people: Person[]): Company {
  const facts = factsOf(entry, side);
  const mandates = (holders: readonly Holder[] = []) => holders.map((holder) => mandateOf(holder, people));
  return {
    number,
    vatLiable: facts.vatLiable,
    nameNl: side.nameNl === undefined ? facts.name : side.nameNl,
    nameFr: side.nameFr === undefined ? facts.name : side.nameFr,
    juridicalForm: facts.legalForm === 'NP' ? null : facts.legalForm,
    naturalPerson: facts.legalForm === 'NP',
    juridicalSituation: side.situation ?? '000',
    status: side.status ?? 'AC',
    startDate: facts.founded && side.startDateForm === 'millis' ? brusselsMidnight(facts.founded) : facts.founded,
    addressNl: addressOf(facts.address),
    addressFr: addressOf(side.addressFr ?? facts.address),
    telephone: facts.phone,
    email: facts.email,
    website: facts.website,
    fiscalYearEnd:
      facts.fiscalYearEnd && side.fiscalYearFrom !== 'accounts'
        ? { day: Number(facts.fiscalYearEnd.slice(3)), month: Number(facts.fiscalYearEnd.slice(0, 2)) }
        : null,
    accounts: side.accounts?.map(([start, end]) => ({ start, end })) ?? fullYears(facts),
    directors: mandates(side.directors),
    shareholders: mandates(side.shareholders),
    establishments: (side.establishments ?? []).map(tenDigits),
  };
}

/** Three closed years; sole traders and associations of co-owners deposit no accounts. */
function fullYears({ fiscalYearEnd, legalForm }: Facts): Company['accounts'] {
  if (!fiscalYearEnd || legalForm === 'NP' || legalForm === '070') return [];
  return [2025, 2024, 2023].map((year) => {
    const start = new Date(`${year - 1}-${fiscalYearEnd}T00:00:00Z`);
    start.setUTCDate(start.getUTCDate() + 1);
    return { start: start.toISOString().slice(0, 10), end: `${year}-${fiscalYearEnd}` };
  });
}

function addressOf(place: Place | null): Address | null {
  if (!place) return null;
  const [street, number, box, zipCode, city] = place;
  return { street, number, ...(box && { box }), zipCode, city, countryCode: 'BE' };
}

function mandateOf({ who, via, ...rest }: Holder, people: Person[]): Mandate {
  const holder = /^\d/.test(who) ? { company: tenDigits(who) } : { person: pidOf(who, people) };
  return { holder, ...rest, ...(via && { via: tenDigits(via) }) };
}

function pidOf(name: string, people: Person[]): number {
  const space = name.indexOf(' ');
  const person = { firstName: name.slice(0, space), lastName: name.slice(space + 1) };
  const known = people.find(
    ({ firstName, lastName }) => firstName === person.firstName && lastName === person.lastName,
  );
  if (known) return known.pid;
  const pid = FIRST_PID + people.length;
  people.push({ pid, ...person, isPolitician: false });
  return pid;
}
