import { legalFormAbbreviation } from '../company/legal-form.ts';
import type { CompanyHit } from '../messages.ts';
import { demandFeature } from './managed/managed.ts';
import { type Services, userLanguage } from './services.ts';

/** The companies that a name or number finds, with their legal form in the user's language. Throws `FeatureOff`. */
export async function lookUp(services: Services, query: string): Promise<readonly CompanyHit[]> {
  await demandFeature('lookup');
  const language = userLanguage();
  const hits = await services.openthebox.search(query, language);
  return hits.map(({ legalForm, ...hit }) => {
    const abbreviation = legalForm && (legalFormAbbreviation(legalForm, language) ?? legalForm);
    return { ...hit, ...(abbreviation && { legalForm: abbreviation }) };
  });
}
