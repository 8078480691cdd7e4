import { preferredAddress } from '../../company/address.ts';
import type { Company, Field, Value } from '../../company/company.ts';
import { preferredVersion } from '../../company/comparison.ts';
import type { EnterpriseNumber } from '../../company/enterprise-number.ts';
import { registerStatus } from '../../company/juridical-situation.ts';
import { legalFormAbbreviation, parseLegalForm } from '../../company/legal-form.ts';
import { presentLinks } from '../../company/links/compare-links.ts';
import { firstPhone } from '../../company/phone.ts';
import { preferredWebsite } from '../../company/website.ts';
import type { CompanyCard } from '../../messages/index.ts';
import { readersLanguage, userLanguage } from '../platform/language.ts';
import type { Services } from '../services.ts';
import { opentheboxCredentials } from '../settings/credentials.ts';
import { assertFeatureEnabled } from '../settings/managed.ts';
import { answerCache } from './answer-cache.ts';

const cache = answerCache<CompanyCard>('company-cards', 20);

/** What openthebox says of a company, as its card shows it. Throws as `Openthebox.company` does, and `featureOff`. */
export async function companyCard(
  services: Services,
  number: EnterpriseNumber,
  fresh: boolean | undefined,
): Promise<CompanyCard> {
  await assertFeatureEnabled('lookup');
  const known = fresh ? undefined : await cache.read(number);
  if (known) return known;
  const company = await services.openthebox.company(number, userLanguage());
  const card = toCard(company, number, (await opentheboxCredentials.read()) === undefined);
  await cache.keep(number, card);
  return card;
}

function toCard(company: Company, number: EnterpriseNumber, anonymous: boolean): CompanyCard {
  const values = valuesOf(company, number);
  const status = registerStatus(company.juridicalSituation);
  const { retrievedAt, unreadable } = company.provenance;
  return {
    enterpriseNumber: number,
    name: typeof values.name === 'string' ? values.name : '',
    values,
    unreadable: [...unreadable],
    ...(status && { registerStatus: status }),
    retrievedAt,
    anonymous,
  };
}

/** The fields in the reader's language; one that openthebox does not give is absent. */
function valuesOf(company: Company, number: EnterpriseNumber): Partial<Record<Field, Value>> {
  const { vatNumber, incorporationDate, fiscalYearEnd, linkedRelations } = company;
  const values: Record<Field, Value | undefined> = {
    name: preferredVersion(company.name ?? [], readersLanguage())?.value,
    legalForm: legalFormText(company.legalForm),
    enterpriseNumber: number,
    vatNumber,
    website: preferredWebsite(company.website ?? []),
    address: preferredAddress(company.address ?? [], readersLanguage())?.value,
    phone: firstPhone(company.phone ?? []),
    incorporationDate,
    fiscalYearEnd,
    linkedRelations: linkedRelations && presentLinks(linkedRelations),
  };
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

/** A legal form as the reader calls it for short; a form that is not known stays the service's own text. */
export function legalFormText(legalForm: string | undefined): string | undefined {
  const form = legalForm === undefined ? undefined : parseLegalForm(legalForm);
  return (form && legalFormAbbreviation(form.code, readersLanguage())) ?? legalForm;
}
