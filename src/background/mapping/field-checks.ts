import type { Field } from '../../company/company.ts';
import { parseLegalForm } from '../../company/legal-form.ts';
import { parsePhones } from '../../company/phone.ts';
import { websiteKey } from '../../company/website.ts';
import type { MappingRefusal } from '../../messages/index.ts';

type Check = {
  /** Why a value is refused. */
  readonly reason: MappingRefusal;
  /** Whether a text that was read is one of this field; absent where having been read says so. */
  readonly accepts?: (text: string) => boolean;
};

/** What a value must be to be the field's, when a path is chosen. The readers take more: an office's data are as they are. */
const CHECKS: Readonly<Record<Field, Check>> = {
  name: { reason: 'mappingNotName', accepts: (text) => /\p{L}/u.test(text) },
  legalForm: { reason: 'mappingNotLegalForm', accepts: (text) => parseLegalForm(text) !== undefined },
  enterpriseNumber: { reason: 'mappingNotNumber' },
  vatNumber: { reason: 'mappingNotNumber' },
  website: { reason: 'mappingNotWebsite', accepts: (text) => websiteKey(text) !== undefined },
  address: { reason: 'mappingNotAddress' },
  phone: { reason: 'mappingNotPhone', accepts: (text) => parsePhones(text).length > 0 },
  incorporationDate: { reason: 'mappingNotDate' },
  fiscalYearEnd: { reason: 'mappingNotDayAndMonth' },
  linkedRelations: { reason: 'mappingNotLinks' },
};

/** Why what was read (undefined: nothing was understood) is not a value of the field; undefined where it is one. */
export function refusalOf(field: Field, value: unknown): MappingRefusal | undefined {
  const { reason, accepts } = CHECKS[field];
  if (value === undefined) return reason;
  return accepts && !(typeof value === 'string' && accepts(value)) ? reason : undefined;
}

/** Whether what was read is a value that the field can have; of no links, nothing says that they are some. */
export const isValueOf = (field: Field, value: unknown): boolean =>
  refusalOf(field, value) === undefined && !(Array.isArray(value) && value.length === 0);
