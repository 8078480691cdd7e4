import * as z from 'zod/mini';
import { type EnterpriseNumber, parseEnterpriseNumber } from '../company/enterprise-number.ts';

/** A company that a search found. */
export type Hit = {
  readonly enterpriseNumber: EnterpriseNumber;
  readonly name: string;
  readonly legalForm?: string;
  readonly municipality?: string;
};

/** A key that is empty, or of a form that is not understood, is unknown: the hit still stands. */
const known = <T>(schema: z.ZodMiniType<T>) => z.catch(z.optional(schema), undefined);

/** The keys of a company among the hits are inferred; those of a person (`pid`, `firstName` …) were seen in public code. */
const CompanyHit = z.object({
  vat: z.string(),
  nameNl: known(z.string()),
  nameFr: known(z.string()),
  name: known(z.string()),
  caption: known(z.string()),
  juridicalForm: known(z.pipe(z.union([z.string(), z.number()]), z.transform(String))),
  city: known(z.string()),
  addressNl: known(z.object({ city: known(z.string()) })),
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
