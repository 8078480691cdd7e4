import type { Language } from '../company/company.ts';
import type { CreationAnswers, Draft, Requirement, Term } from './creation.ts';

/** What of a creation worker and pages both have to know. Code, unlike the rest of this folder: import it by its path. */

export const REQUIREMENTS: readonly Requirement[] = ['relationType', 'status', 'language', 'ownCompany'];

export const TERMS: readonly Term[] = [...REQUIREMENTS, 'since'];

/** The language of the values: that of the relation, as far as its option says it. */
export function languageOf({ choices }: Draft, answers: CreationAnswers): Language {
  const means = choices.language.options.find(({ id }) => id === answers.language)?.means;
  return means === 'fr' || means === 'de' || means === 'en' ? means : 'nl';
}
