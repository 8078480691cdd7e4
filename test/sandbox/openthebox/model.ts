/** What the sandbox's openthebox knows of a company. Numbers are ten digits, dates `YYYY-MM-DD` unless said otherwise. */
export type Company = {
  number: string;
  vatLiable: boolean;
  nameNl: string | null;
  nameFr: string | null;
  juridicalForm: string | null;
  naturalPerson: boolean;
  juridicalSituation: string;
  status: 'AC' | 'ST' | 'AN';
  /** As it is answered: ISO, or epoch milliseconds of midnight in Brussels. */
  startDate: string | number | null;
  addressNl: Address | null;
  addressFr: Address | null;
  telephone: string | null;
  email: string | null;
  website: string | null;
  fiscalYearEnd: { day: number; month: number } | null;
  /** Periods of the annual accounts, newest first. */
  accounts: { start: string; end: string }[];
  directors: Mandate[];
  shareholders: Mandate[];
  /** Numbers of its establishment units, ten digits. */
  establishments: readonly string[];
};

export type Address = {
  street: string;
  number: string;
  box?: string;
  zipCode: string;
  city: string;
  countryCode: string;
};

/** A mandate or share held by a person or a company, in person or `via` a management company. */
export type Mandate = {
  holder: { person: number } | { company: string };
  via?: string;
  since?: string;
  until?: string;
  /** Per cent. */
  share?: number;
};

export type Person = { pid: number; firstName: string; lastName: string; isPolitician?: boolean };

export type Register = { companies: ReadonlyMap<string, Company>; people: readonly Person[] };

/** Midnight of a day in Brussels, in epoch milliseconds: how Play writes a `java.sql.Date` (I). */
export function brusselsMidnight(day: string): number {
  const summer = Date.parse(`${day}T00:00:00+02:00`);
  const hour = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', hourCycle: 'h23', timeZone: 'Europe/Brussels' });
  return hour.format(summer) === '00' ? summer : Date.parse(`${day}T00:00:00+01:00`);
}
