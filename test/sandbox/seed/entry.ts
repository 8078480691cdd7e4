import type { AddressType, ChannelType, Language, Relation, Status } from '../model.ts';

/** Street, number, box, postal code, municipality. */
export type Place = readonly [street: string, number: string, box: string | null, postalCode: string, city: string];

/** A holder of a mandate or a share: a person by name (`An Peeters`), or a company by number (`0001.007.711`). */
export type Holder = { who: string; via?: string; since?: string; until?: string; share?: number };

/** Facts of a company; in an entry they hold on both sides unless a side says otherwise. `null`: that side lacks it. */
export type Facts = {
  name: string;
  /** A KBO code, or `NP`. */
  legalForm: string | null;
  address: Place | null;
  phone: string | null;
  website: string | null;
  email: string | null;
  founded: string | null;
  /** `MM-DD`. */
  fiscalYearEnd: string | null;
  vatLiable: boolean;
};

export type AdminPulseSide = Partial<Facts> & {
  code: string;
  type?: Relation['type'];
  status?: Status;
  language?: Language;
  customerCode?: string;
  commercialName?: string;
  firstName?: string;
  lastName?: string;
  group?: string;
  mobile?: string;
  otherAddresses?: readonly (readonly [AddressType, Place])[];
  /** The address that carries the star; the seat, unless said otherwise. */
  starred?: AddressType;
  otherChannels?: readonly (readonly [ChannelType, value: string, description?: string])[];
  /** Link type (4 director, 6 shareholder, 1 contact …) and the code of the relation. */
  links?: readonly (readonly [number, string])[];
  /** A VAT number that is not `BE` and the entry's own number. */
  vatNumber?: string | null;
  enterpriseNumber?: string | null;
  vatPending?: boolean;
  since?: string;
  end?: string;
  handlingLevel?: Relation['handlingLevel'];
};

export type OpentheboxSide = Partial<Facts> & {
  nameNl?: string | null;
  nameFr?: string | null;
  addressFr?: Place;
  situation?: string;
  status?: 'AC' | 'ST' | 'AN';
  startDateForm?: 'iso' | 'millis';
  /** Whether the fiscal year's end is a key of the company, or only follows from its annual accounts. */
  fiscalYearFrom?: 'company' | 'accounts';
  /** Periods, newest first; by default three full years that end on the fiscal year's end. */
  accounts?: readonly (readonly [start: string, end: string])[];
  directors?: readonly Holder[];
  shareholders?: readonly Holder[];
  /** Numbers of establishment units. */
  establishments?: readonly string[];
};

/** One company of the seed. A side that is left out does not know it. */
export type Entry = Partial<Facts> & {
  /** Why it is there. */
  about: string;
  name: string;
  number: string | null;
  adminpulse?: AdminPulseSide;
  openthebox?: OpentheboxSide;
};

/** The facts of one side: the entry's, with what the side has else. */
export function factsOf(entry: Entry, side: Partial<Facts>): Facts {
  const common: Facts = {
    name: entry.name,
    legalForm: '610',
    address: null,
    phone: null,
    website: null,
    email: null,
    founded: null,
    fiscalYearEnd: '12-31',
    vatLiable: true,
  };
  return Object.assign(common, pick(entry, common), pick(side, common));
}

function pick(from: Partial<Facts>, keys: Facts): Partial<Facts> {
  return Object.fromEntries(
    Object.entries(from).filter(([key, value]) => key in keys && value !== undefined),
  ) as Partial<Facts>;
}
