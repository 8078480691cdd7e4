/**
 * The sandbox's own idea of a relation: every fact once, normalised. The two shapes of `shapes/` say it in raw JSON, and
 * read it back. Numbers are ten digits (or a foreign VAT number as it is written), dates `YYYY-MM-DD`, countries ISO 3166,
 * a legal form is a KBO code, `NP` for a sole trader, or free text.
 */
export type Language = 'nl' | 'fr' | 'en' | 'de';
export type RelationType = 'Person' | 'Company' | 'SoleProprietor';
export type Status = 'Customer' | 'Prospect' | 'OwnCompany' | 'Other';
export type AddressType = 'Seat' | 'Correspondence' | 'Establishment';
export type ChannelType = 'Phone' | 'Mobile' | 'Email' | 'Website' | 'POBox';

export type Address = {
  id: string;
  type: AddressType;
  street: string | null;
  number: string | null;
  box: string | null;
  postalCode: string | null;
  city: string | null;
  country: string | null;
  favorite: boolean;
};

export type Channel = {
  id: string;
  type: ChannelType;
  value: string;
  favorite: boolean;
  description: string | null;
};

/** `linkType` by reference 1.4: 1 contact, 2 beneficiary, 4 director, 6 shareholder, 8 control by other means. */
type Link = { linkType: number; code: string };

export type Relation = {
  id: string;
  /** "Unique ID code": `APR00510`. */
  code: string;
  customerCode: string | null;
  accountingCode: string | null;
  name: string;
  commercialName: string | null;
  /** Of a person or a sole trader. */
  firstName: string | null;
  lastName: string | null;
  legalForm: string | null;
  type: RelationType;
  status: Status;
  language: Language;
  companyId: string;
  group: string | null;
  enterpriseNumber: string | null;
  vatNumber: string | null;
  vatNumberPending: boolean;
  addresses: Address[];
  channels: Channel[];
  foundation: {
    date: string | null;
    deedType: string | null;
    publicationNumber: string | null;
    subscribedCapital: number | null;
  };
  fiscalYearEnd: { day: number; month: number } | null;
  cupboardNumber: string | null;
  since: string | null;
  end: string | null;
  handlingLevel: 'Normal' | 'Attention' | 'Blocked';
  links: Link[];
  /**
   * Raw values, by their names, of what a generated shape shows beside these facts (a fax, the file manager), as far as a
   * write changed them: what a write loses is seen here.
   */
  extra?: Record<string, unknown>;
};

/** One change of a relation, as the change history shows it. `at` is in ms of the sandbox's clock. */
export type Change = { at: number; by: string; path: string; before: unknown; after: unknown };

/** The item of a list that speaks for its kind: the starred one, else the first. */
export function favouriteOf<Item extends { favorite: boolean }>(items: readonly Item[]): Item | undefined {
  return items.find((item) => item.favorite) ?? items[0];
}

/** The address that a flat relation shows: the starred one, else the seat, else the first. */
export function mainAddress(relation: Relation): Address | undefined {
  const { addresses } = relation;
  return addresses.find((one) => one.favorite) ?? addresses.find((one) => one.type === 'Seat') ?? addresses[0];
}

/** The value of the starred channel of a type, else of the first one. */
export function mainChannel(relation: Relation, type: ChannelType): string | null {
  return favouriteOf(relation.channels.filter((channel) => channel.type === type))?.value ?? null;
}
