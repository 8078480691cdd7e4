import { legalFormAbbreviation, parseLegalForm } from '../../company/legal-form.ts';
import { readersLanguage } from '../services.ts';

/** A legal form as the reader calls it for short; a form that is not known stays the service's own text. */
export function legalFormText(legalForm: string | undefined): string | undefined {
  const form = legalForm === undefined ? undefined : parseLegalForm(legalForm);
  return (form && legalFormAbbreviation(form.code, readersLanguage())) ?? legalForm;
}
