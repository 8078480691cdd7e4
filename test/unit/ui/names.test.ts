import { expect, it } from 'vitest';
import messages from '../../../public/_locales/en/messages.json' with { type: 'json' };
import type { TextKey } from '../../../src/ui/texts.ts';

/** By these names users and their assistive software know the extension: whoever changes one does it on purpose. */
const NAMES = {
  pageGroup: 'openthebox $1',
  openInOpenthebox: 'Open in openthebox',
  fetchFromOpenthebox: 'Fetch from openthebox',

  lookupLabel: 'Company name or number',
  lookupList: 'Companies',
  compareWithAdminPulse: 'Compare with AdminPulse',
  createRelation: 'Create relation',
  createButton: 'Create relation',

  changes: 'Changes',
  applyChanges: 'Apply changes',
  cancel: 'Cancel',
  undo: 'Undo',

  fieldName: 'Name',
  fieldLegalForm: 'Legal form',
  fieldEnterpriseNumber: 'Enterprise number',
  fieldVatNumber: 'VAT number',
  fieldWebsite: 'Website',
  fieldAddress: 'Address',
  fieldPhone: 'Phone',
  fieldIncorporationDate: 'Incorporation date',
  fieldFiscalYearEnd: 'End of financial year',
  fieldLinkedRelations: 'Linked relations',

  updateName: 'Update name',
  updateLegalForm: 'Update legal form',
  updateEnterpriseNumber: 'Update enterprise number',
  updateVatNumber: 'Update VAT number',
  updateWebsite: 'Update website',
  updateAddress: 'Update address',
  updatePhone: 'Update phone',
  updateIncorporationDate: 'Update incorporation date',
  updateFiscalYearEnd: 'Update end of financial year',
  updateLinkedRelations: 'Update linked relations',

  clientId: 'Client ID',
  clientSecret: 'Client secret',
  apiKey: 'API key',
  connect: 'Connect',
  mappingHeading: 'Field mapping',
  preferencesHeading: 'Preferences',
  historyHeading: 'History',
} as const satisfies Partial<Record<TextKey, string>>;

it.each(Object.entries(NAMES))('the English name of %s is "%s"', (key, name) => {
  expect(messages[key as keyof typeof NAMES].message).toBe(name);
});
