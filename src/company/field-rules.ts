import { compareAddresses, preferredAddress } from './address.ts';
import type { Choices } from './choices.ts';
import type { Address, Company, Field, Language, Link, ReasonKey, Value, Version } from './company.ts';
import type { Comparison } from './comparison.ts';
import { compareWithElsewhere, knownElsewhere, preferredVersion } from './comparison.ts';
import { daysFrom } from './dates.ts';
import { isSameMonthDay } from './fiscal-year-end.ts';
import { fold } from './folding.ts';
import { compareLegalForms, type LegalForm, legalFormAbbreviation, parseLegalForm } from './legal-form.ts';
import { holdsAllLinks, presentLinks } from './links/compare-links.ts';
import { municipalityLanguages } from './municipality.ts';
import { compareNames, type NameContext, nameWithoutForm } from './name.ts';
import { comparePhones, firstPhone } from './phone.ts';
import { compareWebsites, preferredWebsite } from './website.ts';

/** One side of a diff: its values without the blank ones, and its legal form as far as it is known. */
type Side = {
  readonly company: Company;
  readonly names: readonly Version<string>[];
  readonly addresses: readonly Version<Address>[];
  readonly websites: readonly string[];
  readonly phones: readonly string[];
  readonly links: readonly Link[];
  readonly form: LegalForm | undefined;
};

export type Sides = { readonly current: Side; readonly proposed: Side; readonly choices: Choices };

/** How one field is read from both sides and compared. */
export type FieldRule = {
  /** AdminPulse's value, as it is shown. */
  readonly current: (sides: Sides) => Value | undefined;
  /** openthebox's value where AdminPulse has none. */
  readonly proposed: (sides: Sides) => Value | undefined;
  /** Both, where AdminPulse has a value; `undefined` if openthebox has none that can be used. */
  readonly compare: (sides: Sides) => Comparison<Value> | undefined;
  /** What speaks against ticking, where openthebox differs and where it alone has a value. */
  readonly reasons: { readonly different?: ReasonKey; readonly alone?: ReasonKey };
};

export function sidesOf(current: Company, proposed: Company, choices: Choices): Sides {
  return { current: sideOf(current), proposed: sideOf(proposed), choices };
}

function sideOf(company: Company): Side {
  return {
    company,
    names: (company.name ?? []).filter(({ value }) => !isBlank(value)),
    addresses: (company.address ?? []).filter(({ value }) => !isBlank(value)),
    websites: (company.website ?? []).filter((website) => !isBlank(website)),
    phones: (company.phone ?? []).filter((phone) => !isBlank(phone)),
    links: presentLinks(company.linkedRelations),
    form: parseLegalForm(company.legalForm ?? ''),
  };
}

/** A text of white space, an address without parts, and an empty list are no value. */
export function isBlank(value: Value): boolean {
  const parts = typeof value === 'string' ? [value] : Object.values(value);
  return parts.every((part) => typeof part === 'string' && part.trim() === '');
}

export const FIELD_RULES: Readonly<Record<Field, FieldRule>> = {
  name: {
    current: ({ current }) => current.names[0]?.value,
    proposed: (sides) => {
      const version = preferredVersion(sides.proposed.names, sides.current.company.language);
      return version && nameWithoutForm(version.value, nameContext(sides).families);
    },
    compare: (sides) => compareNames(sides.current.names[0]?.value ?? '', sides.proposed.names, nameContext(sides)),
    reasons: {},
  },
  legalForm: {
    current: ({ current }) => current.company.legalForm,
    proposed: shownForm,
    compare: compareForms,
    reasons: {},
  },
  enterpriseNumber: {
    current: ({ current }) => current.company.enterpriseNumber,
    proposed: ({ proposed }) => proposed.company.enterpriseNumber,
    // Another number is another company: the caller stops, and should it not, the number is not written all the same.
    compare: ({ current, proposed }) => {
      const comparison = compareExactly(current.company.enterpriseNumber, proposed.company.enterpriseNumber);
      return comparison?.verdict === 'different' ? { ...comparison, shownOnly: true } : comparison;
    },
    reasons: { different: 'reasonNumberIsIdentity', alone: 'reasonNumberIsIdentity' },
  },
  vatNumber: {
    current: ({ current }) => current.company.vatNumber,
    // Only what openthebox says is a VAT number; an enterprise number does not imply one.
    proposed: ({ proposed }) => proposed.company.vatNumber,
    compare: ({ current, proposed }) => compareExactly(current.company.vatNumber, proposed.company.vatNumber),
    reasons: { different: 'reasonNumberIsIdentity', alone: 'reasonVatNotImplied' },
  },
  website: {
    current: ({ current, proposed }) =>
      current.websites[0] ?? knownElsewhere(compareWebsites, current.company.alsoKnown?.website, proposed.websites),
    proposed: ({ proposed }) => preferredWebsite(proposed.websites),
    compare: ({ current: { websites, company }, proposed }) =>
      compareWithElsewhere(compareWebsites, websites, company.alsoKnown?.website, proposed.websites),
    reasons: { different: 'reasonWebsiteOftenStale' },
  },
  address: {
    current: ({ current }) => current.addresses[0]?.value,
    proposed: ({ current, proposed }) => preferredAddress(proposed.addresses, current.company.language)?.value,
    compare: ({ current, proposed }) =>
      compareAddresses(current.addresses[0]?.value ?? {}, proposed.addresses, current.company.language),
    reasons: {},
  },
  phone: {
    current: ({ current, proposed }) =>
      current.phones[0] ?? knownElsewhere(comparePhones, current.company.alsoKnown?.phone, proposed.phones),
    proposed: ({ proposed, choices }) => firstPhone(proposed.phones, choices.phoneStyle),
    compare: ({ current: { phones, company }, proposed, choices }) =>
      compareWithElsewhere(
        (ours, theirs) => comparePhones(ours, theirs, choices.phoneStyle),
        phones,
        company.alsoKnown?.phone,
        proposed.phones,
      ),
    reasons: { different: 'reasonPhoneOftenStale' },
  },
  incorporationDate: {
    current: ({ current }) => current.company.incorporationDate,
    proposed: ({ proposed }) => proposed.company.incorporationDate,
    compare: compareIncorporationDates,
    reasons: { different: 'reasonDateDiffers' },
  },
  fiscalYearEnd: {
    current: ({ current }) => current.company.fiscalYearEnd,
    proposed: ({ proposed }) => proposed.company.fiscalYearEnd,
    compare: ({ current, proposed }) =>
      compareBy(isSameMonthDay, current.company.fiscalYearEnd, proposed.company.fiscalYearEnd),
    reasons: { different: 'reasonDeadlinesDependOnIt', alone: 'reasonDeadlinesDependOnIt' },
  },
  linkedRelations: {
    // AdminPulse's ended links are shown too, but do not count.
    current: ({ current }) => current.company.linkedRelations,
    proposed: ({ proposed }) => proposed.links,
    compare: ({ current, proposed }) => compareBy(holdsAllLinks, current.links, proposed.links),
    reasons: { different: 'reasonLinksAreChosen', alone: 'reasonLinksAreChosen' },
  },
};

function nameContext({ current, proposed }: Sides): NameContext {
  const currentFamilies = [current.form, proposed.form].flatMap((form) => form?.family ?? []);
  return {
    families: proposed.form ? [proposed.form.family] : currentFamilies,
    currentFamilies,
    naturalPerson: Boolean(
      current.company.naturalPerson || proposed.company.naturalPerson || currentFamilies.includes('NP'),
    ),
    language: current.company.language,
  };
}

/** The legal form as AdminPulse would have it: abbreviated in the relation's language; an unknown form as its text. */
function shownForm(sides: Sides): string | undefined {
  const { company, form } = sides.proposed;
  return (form && legalFormAbbreviation(form.code, formLanguage(sides))) ?? company.legalForm;
}

/** There are no English abbreviations: then, and where the relation has no language, the seat's language. */
function formLanguage({ current, proposed }: Sides): Language {
  const { language } = current.company;
  if (language && language !== 'en') return language;
  const [seat] = [...proposed.addresses, ...current.addresses];
  return municipalityLanguages(seat?.value.municipality ?? '')[0] ?? 'nl';
}

/** What the register calls a form that it does not know itself ("Ongekende rechtsvorm RSZ"). */
const UNKNOWN_FORM = '999';

/** Whether a form is known; others are shown, and never written. */
export function isWritableForm(form: LegalForm | undefined): boolean {
  return form !== undefined && form.code !== UNKNOWN_FORM;
}

function compareForms(sides: Sides): Comparison<string> | undefined {
  const shown = shownForm(sides);
  if (!shown) return undefined;
  const { current, proposed } = sides;
  const isWritable = isWritableForm(proposed.form);
  if (!current.form || !proposed.form || !isWritable) {
    const isSame = fold(current.company.legalForm ?? '') === fold(proposed.company.legalForm ?? '');
    if (isSame) return { verdict: 'same', proposed: shown };
    return isWritable
      ? { verdict: 'different', proposed: shown, reason: 'reasonLegalFormNotRecognised' }
      : { verdict: 'different', proposed: shown, reason: 'reasonUnknownLegalForm', shownOnly: true };
  }
  const comparison = compareLegalForms(current.form, proposed.form);
  if (comparison === 'legacy name') return { verdict: 'spelling', proposed: shown, reason: 'reasonLegacyName' };
  return { verdict: comparison, proposed: shown };
}

/** Deed, filing, publication and the register's start are days apart (KBO: the start is the first active situation). */
const CLOSE_DAYS = 31;

function compareIncorporationDates({ current, proposed }: Sides): Comparison<string> | undefined {
  const [a, b] = [current.company.incorporationDate, proposed.company.incorporationDate];
  const comparison = compareExactly(a, b);
  const isClose = comparison?.verdict === 'different' && a && b && Math.abs(daysFrom(a, b)) <= CLOSE_DAYS;
  return isClose ? { ...comparison, reason: 'reasonDateCloseOtherDefinition' } : comparison;
}

function compareExactly(current: string | undefined, proposed: string | undefined): Comparison<string> | undefined {
  return compareBy((a, b) => a === b, current, proposed);
}

function compareBy<T extends Value>(
  isSame: (a: T, b: T) => boolean,
  current: T | undefined,
  proposed: T | undefined,
): Comparison<T> | undefined {
  if (current === undefined || proposed === undefined) return undefined;
  return { verdict: isSame(current, proposed) ? 'same' : 'different', proposed };
}
