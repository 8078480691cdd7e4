import { isKnownPlace } from '../../adminpulse/new-relation.ts';
import type { OfficeProfile } from '../../adminpulse/office-schema.ts';
import type { OwnCompany } from '../../adminpulse/own-companies.ts';
import type { CatalogueValue, ValueCatalogue } from '../../adminpulse/value-catalogue.ts';
import { type Kind, kindInWord, typeOfKind } from '../../adminpulse/value-catalogue.ts';
import { changesWhenNew } from '../../company/changes-when-new.ts';
import { type Company, type FieldChange, type FlatField, LANGUAGES, type Language } from '../../company/company.ts';
import { juridicalSituation } from '../../company/juridical-situation.ts';
import { parseLanguage } from '../../company/language.ts';
import { officialLanguages } from '../../company/municipality.ts';
import type { Draft, Option, Requirement } from '../../messages/index.ts';
import { withPresumed } from './presumed-draft.ts';
import type { CreationContext } from './store.ts';

/** All that a draft is made of. */
export type Sources = {
  readonly proposed: Company;
  readonly profile: OfficeProfile;
  readonly catalogue: ValueCatalogue;
  readonly ownCompanies: readonly OwnCompany[];
  readonly anonymous: boolean;
};

/** A relation as it would be made of a company, and the values behind the options that the user is shown. */
export function draftOf(sources: Sources): { readonly draft: Draft; readonly context: CreationContext } {
  const { catalogue, anonymous } = sources;
  const proposed = asAdminPulseWouldHaveIt(sources.proposed);
  const offered = offersOf(sources, proposed);
  const changes = Object.fromEntries(
    LANGUAGES.map((language) => [language, changesIn(language, proposed, sources)]),
  ) as Draft['changes'];
  const situation = juridicalSituation(proposed.juridicalSituation);
  const person = personOf(sources);
  const draft: Draft = {
    heading: headingOf(changes.nl) ?? proposed.enterpriseNumber ?? '',
    changes,
    choices: mapValues(offered, ({ options, proposed: option }) => ({
      options: options.map(({ shown }) => shown),
      ...(option && { proposed: option.shown.id }),
    })),
    bilingual: seatLanguages(proposed).length > 1,
    since: catalogue.topics.since?.format !== undefined,
    vatPending: catalogue.topics.vatPending !== undefined && proposed.vatNumber === undefined,
    ...(person && { person }),
    ...(situation && { situation: { level: situation.level, code: situation.code } }),
    retrievedAt: proposed.provenance.retrievedAt,
    anonymous,
  };
  const values = mapValues(offered, ({ options }) =>
    Object.fromEntries(options.map(({ shown, value }) => [shown.id, value])),
  );
  return { draft: withPresumed(draft, sources.profile), context: { proposed, values } };
}

/** "Surname, First name" is how the register writes a person; the comma is none of the name. */
function asAdminPulseWouldHaveIt(company: Company): Company {
  if (!company.naturalPerson || !company.name) return company;
  return { ...company, name: company.name.map((name) => ({ ...name, value: name.value.replace(/\s*,\s*/, ' ') })) };
}

function personOf({ proposed, catalogue }: Sources): Draft['person'] {
  const { firstName, lastName } = catalogue.topics;
  if (!proposed.naturalPerson || !firstName || !lastName) return undefined;
  const [last = '', first = ''] = (proposed.name?.[0]?.value ?? '').split(',').map((part) => part.trim());
  return { lastName: last, firstName: first };
}

function headingOf(changes: readonly FieldChange[]): string | undefined {
  const name = changes.find(({ field }) => field === 'name')?.proposed;
  return typeof name === 'string' ? name : undefined;
}

/** What a relation in this language would get; a field for which no relation shows the place is shown, and not written. */
function changesIn(language: Language, proposed: Company, { profile, catalogue }: Sources): readonly FieldChange[] {
  return changesWhenNew(proposed, language).map((row) => {
    if (row.proposed === undefined) {
      const reason = row.field === 'vatNumber' ? 'reasonVatNotImplied' : undefined;
      return { ...row, verdict: 'only-adminpulse', ...(reason && { reason }) };
    }
    if (row.field === 'linkedRelations') return { ...row, writable: false, ticked: false, reason: 'reasonLinksLater' };
    if (!row.writable) return row;
    if (!isKnownPlace(row.field as FlatField, row.proposed, { profile, catalogue, language })) {
      return { ...row, verdict: 'unreadable', writable: false, ticked: false, reason: 'reasonMappingNotFound' };
    }
    return row;
  });
}

/** The official languages of the seat; none where the place is not known. */
function seatLanguages({ address }: Company): readonly Language[] {
  return officialLanguages(address?.[0]?.value.municipality ?? '');
}

type Offered = { readonly shown: Option; readonly value: CatalogueValue['value'] };
type Offer = { readonly options: readonly Offered[]; readonly proposed?: Offered | undefined };

function offersOf({ catalogue, ownCompanies }: Sources, proposed: Company): Readonly<Record<Requirement, Offer>> {
  const termsOf = (topic: Requirement) => catalogue.topics[topic]?.terms ?? [];
  const [language, ...otherLanguages] = seatLanguages(proposed);
  const kind = kindOf(proposed);
  return {
    relationType: offer(
      termsOf('relationType').map((term) => offered(term, meaningOfType(term, termsOf('relationType')))),
      (option) => kind !== undefined && option.value === typeOfKind(kind, termsOf('relationType'))?.value,
    ),
    status: offer(
      termsOf('status').map((term) => offered(term)),
      () => false,
    ),
    language: offer(
      termsOf('language').map((term) => offered(term, parseLanguage(String(term.value)))),
      ({ shown }) => otherLanguages.length === 0 && language !== undefined && shown.means === language,
    ),
    ownCompany: ownCompanyOffer(ownCompanies, termsOf('ownCompany'), catalogue.topics.ownCompany !== undefined),
  };
}

/** The only option that is meant; none where several are. */
function offer(options: readonly Offered[], isMeant: (option: Offered) => boolean): Offer {
  const meant = options.filter(isMeant);
  return { options, proposed: meant.length === 1 ? meant[0] : undefined };
}

function offered({ value, count, examples }: CatalogueValue, means?: Option['means']): Offered {
  return {
    value,
    shown: { id: JSON.stringify(value), value: String(value), ...(means && { means }), count, examples },
  };
}

/** By its names, and only where relations show the place: it is the place of the id that a relation has. */
function ownCompanyOffer(
  companies: readonly OwnCompany[],
  used: readonly CatalogueValue[],
  isKnownPlace: boolean,
): Offer {
  if (!isKnownPlace) return { options: [] };
  // A key that may not list them leaves the ids that are in use.
  if (companies.length === 0)
    return offer(
      used.map((term) => offered(term)),
      () => used.length === 1,
    );
  const options = companies.map(({ id, name }) => ({
    value: id,
    shown: { id: JSON.stringify(id), value: name, examples: [] },
  }));
  return offer(options, () => options.length === 1);
}

/** What openthebox shows of the kind of company; a legal form is one of a company. */
function kindOf({ naturalPerson, legalForm }: Company): Kind | undefined {
  if (naturalPerson !== undefined) return naturalPerson ? 'soleProprietor' : 'company';
  return legalForm === undefined ? undefined : 'company';
}

function meaningOfType({ value }: CatalogueValue, all: readonly CatalogueValue[]): Kind | undefined {
  const kinds: readonly Kind[] = ['company', 'soleProprietor', 'person'];
  return kindInWord(value) ?? kinds.find((kind) => typeOfKind(kind, all)?.value === value);
}

function mapValues<K extends string, A, B>(record: Readonly<Record<K, A>>, map: (value: A) => B): Record<K, B> {
  return Object.fromEntries(Object.entries<A>(record).map(([key, value]) => [key, map(value)])) as Record<K, B>;
}
