import type { Field } from '../company/company.ts';
import { listed, type TextKey, text } from './texts.ts';

const LABELS: Record<Field, TextKey> = {
  name: 'fieldName',
  legalForm: 'fieldLegalForm',
  enterpriseNumber: 'fieldEnterpriseNumber',
  vatNumber: 'fieldVatNumber',
  website: 'fieldWebsite',
  address: 'fieldAddress',
  phone: 'fieldPhone',
  incorporationDate: 'fieldIncorporationDate',
  fiscalYearEnd: 'fieldFiscalYearEnd',
  linkedRelations: 'fieldLinkedRelations',
};

/** What a field is called, in AdminPulse's own terms. */
export function fieldLabel(field: Field): string {
  return text(LABELS[field]);
}

/** The labels of several fields, as they stand inside a sentence. */
export function fieldList(fields: readonly Field[]): string {
  return listed(fields.map(fieldLabel));
}
