import type { RawRelation } from '../../adminpulse/read-relation.ts';
import { numbersOf } from '../../adminpulse/read-relation.ts';
import { isServiceFailure } from '../../api/errors.ts';
import { FIELDS, type Field, type Service, type Value } from '../../company/company.ts';
import { legalFormAbbreviation, parseLegalForm } from '../../company/legal-form.ts';
import { isSameValue } from '../../company/same-value.ts';
import type { RankedPlace, Sample } from '../../inference/finding.ts';
import { inferPlaces } from '../../inference/infer-places.ts';
import type { Evidence, OfferedPlace } from '../../messages/index.ts';
import { OPENTHEBOX_FIELDS } from '../../schema/chosen-paths.ts';
import type { FieldPlace } from '../../schema/field-place.ts';
import { sameJson } from '../../schema/json-path.ts';
import { userLanguage } from '../platform/language.ts';
import { companyOrNothing, likelyNumbers } from '../relations/infer-places.ts';
import { type FoundPlace, type InferredPlace, inferredPlaces, placesOf } from '../relations/inferred-places.ts';
import type { Services } from '../services.ts';
import { mappingOverrides } from '../settings/mapping-overrides.ts';
import { shortText, step } from './answer-tree.ts';
import { type Example, exampleOf, exampleOfCompany, type FieldReading, numberIn } from './examples.ts';
import { isValueOf } from './field-checks.ts';
import { sampleOf } from './mapping-rows.ts';

/** So many are shown of a field. */
const MAX_OFFERED = 6;
/** So many of the ranked ones are tried; those behind them are not likely. */
const MAX_TRIED = 60;

/** A place that is offered for a field: as it is shown, and as it is kept when it is chosen. */
export type Offer = { readonly found: FoundPlace; readonly shown: OfferedPlace };
export type Offers = Partial<Readonly<Record<Field, readonly Offer[]>>>;

/**
 * Where each field may stand in an example, the likeliest place first: what the inference makes of this example and the other
 * service's answer about the same company, and what was inferred from more of them. Each reads another value, or the same
 * elsewhere; places that read nothing are left out.
 */
export async function offersIn(service: Service, services: Services, example: Example): Promise<Offers> {
  const [counterpart, inferred] = await Promise.all([
    counterpartOf(service, services, example),
    inferredPlaces().then((places) => places[service]),
  ]);
  const { ranked } = inferPlaces([sampleOfBoth(service, example, counterpart)])[service];
  const fields = service === 'adminpulse' ? FIELDS : OPENTHEBOX_FIELDS;
  return Object.fromEntries(
    fields.map((field) => {
      const offer = { field, example, counterpart };
      return [field, offersOf(offer, ranked[field] ?? [], storedPlaces(inferred[field]))];
    }),
  );
}

function sampleOfBoth(service: Service, { answer }: Example, counterpart: Example | undefined): Sample {
  const other = counterpart && { [service === 'adminpulse' ? 'company' : 'relation']: counterpart.answer };
  return { [service === 'adminpulse' ? 'relation' : 'company']: answer, ...other };
}

/** What the other service answers about the same company; undefined where it gives none, or the example has no number. */
async function counterpartOf(service: Service, services: Services, example: Example): Promise<Example | undefined> {
  if (service === 'adminpulse') return companyOf(services, example);
  try {
    return await exampleOf('adminpulse', services, example.subject);
  } catch (error) {
    if (!isServiceFailure(error)) throw error;
    return undefined;
  }
}

/** By one call. Where the mapping finds no number, which may be what is to be chosen, the likeliest one is taken. */
async function companyOf({ openthebox }: Services, example: Example): Promise<Example | undefined> {
  const { adminpulse: chosen, openthebox: chosenOfCompany } = await mappingOverrides();
  const relation = example.answer as RawRelation;
  const number =
    numberIn(example) ?? numbersOf(relation, chosen, likelyNumbers(inferPlaces([{ relation }]).adminpulse))[0];
  const company = number && (await companyOrNothing(openthebox, number));
  if (company === undefined || number === undefined) return undefined;
  const answers = { company, chosen: chosenOfCompany, places: await placesOf('openthebox'), retrievedAt: '' };
  return exampleOfCompany(number, answers, {});
}

/** What was inferred from several answers, and what the user chose instead. */
function storedPlaces(inferred: InferredPlace | undefined): readonly FoundPlace[] {
  if (!inferred) return [];
  const { insteadOf, ...found } = inferred;
  return insteadOf ? [found, insteadOf] : [found];
}

type About = { readonly field: Field; readonly example: Example; readonly counterpart: Example | undefined };

/** A place with what is read there, and why it may be the field's. */
type Tried = { readonly found: FoundPlace; readonly reading: FieldReading; readonly evidence: readonly Evidence[] };

function offersOf(about: About, ranked: readonly RankedPlace[], stored: readonly FoundPlace[]): readonly Offer[] {
  const current = about.example.readAt(about.field);
  const tried = triedOf(about, ranked);
  const likely = tried.filter((one) => isLikely(about.field, one));
  const places = withStored(about, likely.length > 0 ? likely : tried, stored);
  return places.slice(0, MAX_OFFERED).map((one) => offerOf(about.field, one, current));
}

/** Each value once that is read at a place of its own. */
function triedOf(about: About, ranked: readonly RankedPlace[]): readonly Tried[] {
  const tried: Tried[] = [];
  for (const { place, reasons } of ranked.slice(0, MAX_TRIED)) {
    const reading = readAt(about, place);
    if (!reading || tried.some((other) => isSameReading(other.reading, reading))) continue;
    const found = { place, confidence: 'presumed' as const, reasons: [...reasons] };
    tried.push({ found, reading, evidence: [...agreementWith(about, reading, reasons), ...withoutAgreement(reasons)] });
  }
  return tried;
}

/** A single word that nothing speaks for is a code or a mark more often than a name. */
function isLikely(field: Field, { reading, evidence }: Tried): boolean {
  const isSpokenFor = evidence.some(
    (reason) => reason.kind === 'keyWord' || (reason.kind === 'agreement' && reason.equal > 0),
  );
  return field !== 'name' || isSpokenFor || /\s/.test(String(reading.values[0]));
}

/** A place that was found in several answers is better known than the same one in this answer alone. */
function withStored(about: About, tried: readonly Tried[], stored: readonly FoundPlace[]): readonly Tried[] {
  const known = stored.flatMap((found) => {
    const reading = readAt(about, found.place);
    return reading ? [{ found, reading, evidence: found.reasons }] : [];
  });
  const knownAs = ({ reading }: Tried) => known.find((other) => isSameReading(other.reading, reading));
  const others = known.filter((one) => !tried.some(({ reading }) => isSameReading(one.reading, reading)));
  return [...others, ...tried.map((one) => knownAs(one) ?? one)];
}

function offerOf(field: Field, { found, reading, evidence }: Tried, current: FieldReading | undefined): Offer {
  return {
    found,
    shown: {
      id: idOf(found.place),
      path: pathOf(found.place),
      meaning: inWords(field, reading.values[0]),
      sample: shortText(sampleOf(field, reading.rawValue, found.place)),
      evidence,
      isCurrent: current !== undefined && isSameReading(current, reading),
    },
  };
}

/** A legal form may stand there as its code. */
function inWords(field: Field, value: Value): Value {
  const form = field === 'legalForm' && typeof value === 'string' ? parseLegalForm(value) : undefined;
  return (form && legalFormAbbreviation(form.code, userLanguage())) ?? value;
}

/** The value that is read at the place, where it is one of the field. */
function readAt({ field, example }: About, place: FieldPlace): FieldReading | undefined {
  const reading = example.readAt(field, place);
  return reading && isValueOf(field, reading.values[0]) ? reading : undefined;
}

const isSameReading = (a: FieldReading, b: FieldReading) => a.path === b.path && sameJson(a.values[0], b.values[0]);

const withoutAgreement = (reasons: readonly Evidence[]) => reasons.filter(({ kind }) => kind !== 'agreement');

/** Whether the other service has the same for the field; where it is not known what it has, whether it has the same anywhere. */
function agreementWith(
  { counterpart, field }: About,
  { values }: FieldReading,
  reasons: readonly Evidence[],
): readonly Evidence[] {
  if (field === 'linkedRelations') return [];
  const other = counterpart?.readAt(field);
  if (!other) return reasons.filter((reason) => reason.kind === 'agreement' && reason.equal > 0);
  const form = counterpart?.readAt('legalForm')?.values[0];
  const family = typeof form === 'string' ? parseLegalForm(form)?.family : undefined;
  const isEqual = values.some((value) => other.values.some((one) => isSame(field, value, one, family)));
  return [{ kind: 'agreement', equal: isEqual ? 1 : 0, of: 1 }];
}

const isSame = (field: Field, value: Value, other: Value, family: string | undefined) =>
  isSameValue(field, value, other, family === undefined ? [] : [family]);

/** What a page names a place by; nothing is read of it. */
const idOf = (place: FieldPlace) => JSON.stringify(place);

/** The paths of a place's texts, in one line. */
function pathOf({ paths, parts }: FieldPlace): string {
  const [first] = paths;
  if (parts && first) return parts.map(({ keys }) => `${first.path}${keys.map(step).join('')}`).join(', ');
  return paths.map(({ path }) => path).join(', ');
}
