import type { ISODate } from '../../company/company.ts';
import { REQUIREMENTS } from '../../messages/creation-state.ts';
import type { CreationAnswers, Draft, Requirement, Term } from '../../messages/index.ts';
import type { TextKey } from '../../ui/texts.ts';

export const REQUIREMENT_LABELS: Readonly<Record<Requirement, TextKey>> = {
  relationType: 'createRelationType',
  status: 'createStatus',
  language: 'createLanguage',
  ownCompany: 'createOwnCompany',
};

export const TERM_LABELS: Readonly<Record<Term, TextKey>> = { ...REQUIREMENT_LABELS, since: 'createSince' };

/** What the user chose so far; an empty text is no choice. */
export type Typed = Partial<Record<Exclude<keyof CreationAnswers, 'vatPending'>, string>> & {
  readonly vatPending?: boolean;
};

/** What the user chose, and what is proposed where he chose nothing. */
export function answersOf(draft: Draft, typed: Typed, today: ISODate): CreationAnswers {
  const { choices, since, vatPending, person } = draft;
  const of = (requirement: Requirement) => typed[requirement] ?? choices[requirement].proposed ?? '';
  return {
    relationType: of('relationType'),
    status: of('status'),
    language: of('language'),
    ownCompany: of('ownCompany'),
    ...(since && { since: typed.since ?? today }),
    ...(vatPending && { vatPending: typed.vatPending ?? true }),
    ...(person && {
      lastName: typed.lastName ?? person.lastName,
      firstName: typed.firstName ?? person.firstName,
    }),
  };
}

/** What no relation shows a value for, so that no relation can be made. */
export function impossible({ choices }: Draft): readonly Requirement[] {
  return REQUIREMENTS.filter((requirement) => choices[requirement].options.length === 0);
}

/** What is still to be chosen. */
export function missing(answers: CreationAnswers): readonly Requirement[] {
  return REQUIREMENTS.filter((requirement) => answers[requirement] === '');
}
