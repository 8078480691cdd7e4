import type { Company, Mandate, Register } from './model.ts';

/**
 * openthebox's answers. Not one key of the company is known (U): these are the candidates of reference 5, which follow
 * the habits of its internal model (`Nl`/`Fr` suffixes, camelCase, a key that is absent where nothing is known).
 */
export function companyAnswer(company: Company, register: Register): object {
  const { nameNl, nameFr, juridicalForm, juridicalSituation, status, startDate, addressNl, addressFr } = company;
  const vat = vatOf(company.number);
  return known({
    vat,
    vatNumber: company.vatLiable ? vat : null,
    enterpriseNumber: company.number,
    nameNl,
    nameFr,
    juridicalForm,
    // 1 natural person, 2 legal person: the KBO's code (I).
    typeOfEnterprise: company.naturalPerson ? '1' : '2',
    juridicalSituation,
    status,
    startDate,
    addressNl,
    addressFr,
    telephone: company.telephone,
    email: company.email,
    website: company.website,
    fiscalYearEnd: company.fiscalYearEnd,
    activities: [{ classification: 'NACEBEL', code: '69201', typeLabel: 'Primary' }],
    personMandates: company.directors.flatMap((mandate) => personMandate(mandate, 'ADMINISTER', register)),
    participationHists: company.shareholders.flatMap(participation),
  });
}

/** The most recent annual account (I); undefined where none was deposited. */
export function accountsAnswer(company: Company): object | undefined {
  const [latest] = company.accounts;
  if (!latest) return undefined;
  return {
    vat: vatOf(company.number),
    periodStartDate: latest.start,
    periodEndDate: latest.end,
    currency: 'EUR',
    annualAccountSummaries: company.accounts.map(({ start, end }) => ({ periodStartDate: start, periodEndDate: end })),
  };
}

/** Persons and companies whose name or number holds the query: shape of persons C, of companies I, the number 20 U. */
export function searchAnswer(query: string, { companies, people }: Register): object[] {
  const wanted = folded(query);
  const digits = query.replace(/\D/g, '');
  const persons = people
    .filter(({ firstName, lastName }) => folded(`${firstName} ${lastName} ${firstName}`).includes(wanted))
    .map(({ pid, ...names }) => ({ pid: [...String(pid)].map((digit) => digit.charCodeAt(0)), ...names }));
  const found = [...companies.values()]
    .filter(
      ({ number, nameNl, nameFr, establishments }) =>
        folded(`${nameNl ?? ''} ${nameFr ?? ''}`).includes(wanted) ||
        (digits.length >= 9 && number.endsWith(digits)) ||
        establishments.includes(digits),
    )
    .map(({ number, nameNl, nameFr, juridicalForm, juridicalSituation, addressNl, establishments }) =>
      known({
        vat: vatOf(number),
        establishmentNumber: establishments.find((one) => one === digits) ?? null,
        nameNl,
        nameFr,
        juridicalForm,
        juridicalSituation,
        zipCode: addressNl?.zipCode ?? null,
        city: addressNl?.city ?? null,
      }),
    );
  return wanted === '' ? [] : [...persons, ...found].slice(0, 20);
}

/** `0001004246` as `BE0001004246`, openthebox's id of a company (D). */
export function vatOf(number: string): string {
  return `BE${number}`;
}

function personMandate({ holder, since, until }: Mandate, category: string, { people }: Register): object[] {
  const person = 'person' in holder && people.find(({ pid }) => pid === holder.person);
  if (!person) return [];
  const { pid, firstName, lastName } = person;
  return [known({ pid, firstName, lastName, category, startDate: since ?? null, endDate: until ?? null })];
}

function participation({ holder, since, until, share }: Mandate): object[] {
  if (!('company' in holder)) return [];
  return [
    known({
      vat: vatOf(holder.company),
      interestsHeldType: 'SHARES',
      interestsHeldDirectlyPercentage: share ?? null,
      startDate: since ?? null,
      endDate: until ?? null,
      source: 'NBB',
    }),
  ];
}

/** Without the keys that have nothing to say. */
function known(answer: Record<string, unknown>): object {
  return Object.fromEntries(Object.entries(answer).filter(([, value]) => value !== null));
}

function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();
}
