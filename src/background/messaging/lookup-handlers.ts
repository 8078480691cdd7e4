import * as z from 'zod/mini';
import { companyCard } from '../lookup/company-card.ts';
import { lookUp } from '../lookup/look-up.ts';
import { type Handlers, handler, PAGE } from './handler.ts';
import { EnterpriseNumberText } from './schemas.ts';

const Query = z.string().check(z.trim(), z.minLength(1), z.maxLength(200));
const Requester = z.optional(z.string().check(z.maxLength(60)));
/** A country and up to thirteen signs; some countries have letters, and Ireland a plus or an asterisk. */
const VatNumberText = z.string().check(z.regex(/^[A-Z]{2}[A-Z\d+*]{2,13}$/));
const Fresh = z.optional(z.boolean());

export const LOOKUP_HANDLERS = {
  lookUp: handler(PAGE, z.object({ query: Query, requester: Requester, fresh: Fresh }), lookUp),
  getCompany: handler(
    PAGE,
    z.object({ enterpriseNumber: EnterpriseNumberText, fresh: Fresh }),
    (services, { enterpriseNumber, fresh }) => companyCard(services, enterpriseNumber, fresh),
  ),
  checkVat: handler(PAGE, z.object({ vatNumber: VatNumberText }), ({ vies }, { vatNumber }) => vies.check(vatNumber)),
} satisfies Partial<Handlers>;
