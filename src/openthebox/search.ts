import * as z from 'zod/mini';
import type { Company, Language } from '../company/company.ts';
import { preferredVersion } from '../company/comparison.ts';
import { type EnterpriseNumber, parseEnterpriseNumber } from '../company/enterprise-number.ts';
import { isRow, listIn, type Row } from '../schema/answer-list.ts';
import { known, Text } from './answer-values.ts';
import type { Hit } from './hit.ts';
import { hitsByValues } from './hit-values.ts';

const Code = z.pipe(z.union([Text, z.number()]), z.transform(String));
const Place = z.object({ city: known(Text) });

/** The keys of a company among the hits are inferred; those of a person (`pid`, `firstName` …) were seen in public code. */
const CompanyHit = z.object({
  vat: z.string(),
  nameNl: known(Text),
  nameFr: known(Text),
  name: known(Text),
  caption: known(Text),
  juridicalForm: known(Code),
  juridicalSituation: known(Code),
  establishmentNumber: known(Code),
  city: known(Text),
  addressNl: known(Place),
  addressFr: known(Place),
});

/**
 * The companies in an answer that mixes companies and persons, named in this language where they have several names: by the
 * known keys, else by their values. Undefined where no list can be told in it.
 */
export function readHits(answer: unknown, language: Language, query = ''): Hit[] | undefined {
  // What is no object is no hit; an answer of such things alone is empty.
  const items = Array.isArray(answer) ? answer.filter(isRow) : listIn(answer)?.rows;
  if (!items) return undefined;
  const byName = hitsByName(items, language);
  return byName.some(({ name }) => name !== '') ? byName : hitsByValues(items, language, query);
}

function hitsByName(items: readonly Row[], language: Language): Hit[] {
  return items.flatMap((item) => {
    const hit = CompanyHit.safeParse(item).data;
    const enterpriseNumber = hit && parseEnterpriseNumber(hit.vat);
    if (!hit || !enterpriseNumber) return [];
    const [names, addresses] = [
      [hit.nameNl, hit.nameFr],
      [hit.addressNl, hit.addressFr],
    ];
    if (language === 'fr') for (const versions of [names, addresses]) versions.reverse();
    const municipality = hit.city ?? addresses.find((address) => address?.city)?.city;
    return [
      {
        enterpriseNumber,
        name: [...names, hit.name, hit.caption].find(Boolean) ?? '',
        ...(hit.juridicalForm && { legalForm: hit.juridicalForm }),
        ...(municipality && { municipality }),
        ...(hit.juridicalSituation && { situation: hit.juridicalSituation }),
        ...(hit.establishmentNumber && { establishmentNumber: hit.establishmentNumber }),
      },
    ];
  });
}

/** A company as a search would have found it. */
export function toHit(company: Company, enterpriseNumber: EnterpriseNumber, language: Language): Hit {
  const name = preferredVersion(company.name ?? [], language)?.value;
  const municipality = preferredVersion(company.address ?? [], language)?.value.municipality;
  return {
    enterpriseNumber,
    name: name ?? '',
    ...(company.legalForm && { legalForm: company.legalForm }),
    ...(municipality && { municipality }),
    ...(company.juridicalSituation && { situation: company.juridicalSituation }),
  };
}
