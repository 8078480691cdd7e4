import { z } from 'zod';
import { type EnterpriseNumber, parseEnterpriseNumber } from '../company/enterprise-number.ts';

/** A company that a search found. */
export type Hit = {
  readonly enterpriseNumber: EnterpriseNumber;
  readonly name: string;
  readonly legalForm?: string;
  readonly municipality?: string;
};

/** The keys of a company among the hits are inferred; those of a person (`pid`, `firstName` …) were seen in public code. */
const CompanyHit = z.object({
  vat: z.string(),
  nameNl: z.string().optional(),
  nameFr: z.string().optional(),
  name: z.string().optional(),
  caption: z.string().optional(),
  juridicalForm: z.string().optional(),
  city: z.string().optional(),
  addressNl: z.object({ city: z.string().optional() }).optional(),
});

/** The companies in an answer that mixes companies and persons. */
export function readHits(answer: readonly unknown[]): Hit[] {
  return answer.flatMap((item) => {
    const hit = CompanyHit.safeParse(item).data;
    const enterpriseNumber = hit && parseEnterpriseNumber(hit.vat);
    if (!hit || !enterpriseNumber) return [];
    const municipality = hit.city ?? hit.addressNl?.city;
    return [
      {
        enterpriseNumber,
        name: hit.nameNl ?? hit.nameFr ?? hit.name ?? hit.caption ?? '',
        ...(hit.juridicalForm && { legalForm: hit.juridicalForm }),
        ...(municipality && { municipality }),
      },
    ];
  });
}
