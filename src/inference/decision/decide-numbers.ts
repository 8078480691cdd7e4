import type { Agreements } from '../agreement.ts';
import { type Candidate, filled } from '../candidate.ts';
import type { Confidence, Service } from '../finding.ts';
import { keyWords } from '../key-words.ts';
import type { Choice, Decided } from './question.ts';
import { reasonsOf } from './reasons.ts';
import { type Scored, scored } from './scored.ts';

/**
 * The enterprise number and the VAT number are one number in two places, for a company that is liable: the two meanings are
 * decided together, of the places that agree with the other service.
 */
export function decideNumbers(
  ours: readonly Candidate[],
  theirs: readonly Candidate[],
  agreements: Agreements,
): readonly Decided[] {
  const agreementOf = (service: Service) => (one: Candidate) => {
    const others = service === 'adminpulse' ? theirs : ours;
    const found = others.map((other) => (service === 'adminpulse' ? agreements(one, other) : agreements(other, one)));
    return found.toSorted((a, b) => b.evidence - a.evidence)[0];
  };
  const adminpulse = sideOf('adminpulse', ours, agreementOf('adminpulse'));
  const openthebox = sideOf('openthebox', theirs, agreementOf('openthebox'));
  return (['enterpriseNumber', 'vatNumber'] as const).map((meaning) => ({
    meaning,
    adminpulse: adminpulse[meaning],
    openthebox: openthebox[meaning],
  }));
}

type AgreementOf = (one: Candidate) => ReturnType<Agreements> | undefined;

/** The number says which company it is: the services agree on it, but for a rare mistake. */
const SAME = 0.8;

const LIMITS: Readonly<Record<Confidence, number>> = { certain: 7, presumed: 3 };
const ENOUGH = 3;
const CLEAR_HINT = 3;
/** In so many documents, a company that is not liable to VAT is likely to be among them. */
const ENOUGH_UNNAMED = 6;

/** What it is worth that a place has one of the two meanings at all. */
const ASSIGNED = 3.5;

type Option = { readonly candidate: Candidate; readonly enterprise: Scored; readonly vat: Scored };
type Assignment = { readonly enterprise?: Option; readonly vat?: Option; readonly score: number };

function sideOf(service: Service, candidates: readonly Candidate[], agreementOf: AgreementOf) {
  const isCompared = candidates.some((one) => (agreementOf(one)?.equal ?? 0) > 0);
  const kept = candidates.filter((one) => {
    const { equal = 0, of = 0 } = agreementOf(one) ?? {};
    return of === 0 ? !isCompared : equal >= SAME * of;
  });
  const options = kept.map((candidate): Option => {
    const judged = { ...candidate, fitOf: worthOf(service, candidate, kept) };
    return {
      candidate,
      enterprise: scored(service, 'enterpriseNumber', judged),
      vat: scored(service, 'vatNumber', judged),
    };
  });
  const assignments = assignmentsOf(options);
  const [best] = assignments;
  const answer = (role: 'enterprise' | 'vat') => {
    const ranked = options
      .toSorted((a, b) => b[role].base - a[role].base)
      .map((option) => ({
        place: option.candidate.place,
        score: option[role].base,
        reasons: reasonsOf(option[role], agreementOf(option.candidate), options.length === 1),
      }));
    const chosen = best?.[role];
    const choice =
      best && chosen ? choose(service, role, chosen, best, assignments, agreementOf(chosen.candidate)) : undefined;
    return { ranked, ...(choice && { choice }) };
  };
  return { enterpriseNumber: answer('enterprise'), vatNumber: answer('vat') };
}

/** openthebox's id and its number are one, and only read. */
function isTwin(a: Option, b: Option, isVatApart: boolean): boolean {
  const isClear = isVatApart || b.enterprise.hint.score > 0 || (isCalledVat(b.candidate) && !isCalledVat(a.candidate));
  if (!isClear) return false;
  const texts = ({ candidate }: Option) => JSON.stringify(candidate.facts);
  return texts(a) === texts(b);
}

function isMissingSomewhere({ enterprise, vat }: Assignment): boolean {
  const count = (option: Option | undefined) => (option ? filled(option.candidate.facts) : 0);
  return count(vat) < count(enterprise);
}

/** A company has two numbers: where one is called the VAT number, the other is what is left. */
function isTheOther(service: Service, { vat }: Assignment): boolean {
  if (!vat) return false;
  return isCalledVatNumber(vat.candidate) || (service === 'adminpulse' && vat.vat.hint.score >= CLEAR_HINT);
}

function choose(
  service: Service,
  role: 'enterprise' | 'vat',
  chosen: Option,
  best: Assignment,
  assignments: readonly Assignment[],
  agreement: ReturnType<Agreements> | undefined,
): Choice | undefined {
  const isVatApart = best.vat !== undefined && filled(best.vat.candidate.facts) < filled(chosen.candidate.facts);
  const isOther = (option: Option | undefined) =>
    option !== chosen && !(option && service === 'openthebox' && isTwin(option, chosen, isVatApart));
  const next = assignments.find((other) => isOther(other[role]));
  const margin = best.score - (next?.score ?? 0);
  if (margin < LIMITS.presumed) return undefined;
  const isLeftOpen = filled(chosen.candidate.facts) < ENOUGH_UNNAMED && assignments.length > 3 && !isVatApart;
  const isUnnamed = chosen.enterprise.hint.score < CLEAR_HINT && !isTheOther(service, best);
  if (isLeftOpen && role === 'enterprise' && isUnnamed) return undefined;
  const other = role === 'vat' ? best.enterprise?.enterprise : best.vat?.vat;
  const isByOther = service === 'adminpulse' && (other?.hint.score ?? 0) > CLEAR_HINT;
  const isNamed = chosen[role].hint.score >= CLEAR_HINT || isByOther;
  // Where all companies have it, nothing but its name says that it is no id.
  const isByName = service === 'openthebox' && role === 'vat' && !isMissingSomewhere(best);
  const isCertain = margin >= LIMITS.certain && isNamed && !isByName && (agreement?.equal ?? 0) >= ENOUGH;
  return {
    candidate: chosen.candidate,
    confidence: isCertain ? 'certain' : 'presumed',
    reasons: reasonsOf(chosen[role], agreement, assignments.length <= 3),
  };
}

/** All ways to give the two meanings to the places, the best first. */
function assignmentsOf(options: readonly Option[]): readonly Assignment[] {
  const each = [undefined, ...options];
  return each
    .flatMap((enterprise) =>
      each.flatMap((vat): Assignment[] => {
        if (enterprise !== undefined && enterprise === vat) return [];
        const score = (enterprise ? enterprise.enterprise.base + ASSIGNED : 0) + (vat ? vat.vat.base + ASSIGNED : 0);
        return [{ score, ...(enterprise && { enterprise }), ...(vat && { vat }) }];
      }),
    )
    .toSorted((a, b) => b.score - a.score);
}

/** What the values say of which of the two numbers it is, beside those of the other places. */
function worthOf(service: Service, candidate: Candidate, all: readonly Candidate[]) {
  const values = (one: Candidate) => one.nodes.flatMap((node) => node.all);
  const prefixed = (one: Candidate) =>
    values(one).filter((value) => /^\s*(?:BE|BTW|TVA)/i.test(String(value))).length / values(one).length;
  const others = all.filter((one) => one !== candidate);
  const prefixOfOthers = others.reduce((sum, one) => sum + prefixed(one), 0) / Math.max(1, others.length);
  // openthebox writes `BE` before the id of every company, liable to VAT or not.
  const prefix = service === 'openthebox' || others.length === 0 ? 0 : prefixed(candidate) - prefixOfOthers;
  // Not every company is liable to VAT.
  const missing = Math.max(...all.map(({ facts }) => filled(facts))) - filled(candidate.facts);
  const isAtOpenthebox = service === 'openthebox';
  const isVatNumber = isCalledVatNumber(candidate) && others.some((other) => !isCalledVatNumber(other));
  const isId = isAtOpenthebox && missing === 0 && !isVatNumber;
  const isForeign = values(candidate).some((value) => /^(?!BE)[A-Z]{2}/.test(String(value)));
  return {
    vatNumber:
      PREFIX * prefix +
      (missing > 0 ? MISSING + Math.min(2, missing - 1) : 0) +
      (isForeign ? FOREIGN : 0) -
      (isId ? ID : 0) -
      (isId && isCalledVat(candidate) ? CALLED_ID : 0),
    enterpriseNumber:
      -PREFIX * prefix -
      (missing > 0 ? MISSING + Math.min(3, missing - 1) : 0) -
      (isForeign ? 2 * FOREIGN : 0) +
      (isId ? ID : 0) +
      (isId && isCalledVat(candidate) ? CALLED_VAT : 0),
  };
}

const PREFIX = 0.7;
/** `vat` is openthebox's id of every company, `vatNumber` a VAT number. */
function isCalledVat({ names }: Candidate): boolean {
  const words = keyWords(names.at(-1) ?? '');
  return words.every((word) => ID_WORDS.has(word));
}

/** "btwNr" and "numeroTva" are no id, as "vat" and "vatId" are. */
function isCalledVatNumber({ names }: Candidate): boolean {
  return VAT_NUMBER.test(keyWords(names.at(-1) ?? '').join(''));
}

const VAT_NUMBER =
  /^(?:vat|btw|tva|mwst|ust|umsatzsteuer)(?:number|nummer|numero|num|nr|no)$|^(?:number|nummer|numero|num|nr|no)(?:de)?(?:vat|btw|tva)$/;

const ID_WORDS = new Set(['vat', 'btw', 'tva', 'mwst']);
/** Makes up for what the name says against it. */
const CALLED_VAT = 7;
const CALLED_ID = 4;

const MISSING = 3;
/** What openthebox has for every company is its number, whatever the key says. */
const ID = 5;
const FOREIGN = 3;
