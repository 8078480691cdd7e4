import { randomUUID } from 'node:crypto';
import type { Relation } from '../model.ts';
import { OWN_COMPANIES } from '../seed/relation.ts';
import { isEmpty, type Problems, patched, type Raw, type Shape } from '../shapes/shape.ts';

/**
 * A new relation out of the body of `POST /relations`, or what is missing or wrong in it. What it must have is what the
 * New-relation form asks for (D); that the API asks the same is inferred (I): type, status, own company, language and name;
 * for a person or sole trader also both names; for a company or sole trader a VAT number, an enterprise number or the flag "VAT number pending"; for a customer the
 * starting date.
 */
export function created(shape: Shape, code: string, body: Raw): { relation: Relation } | { problems: Problems } {
  const result = patched(shape, blank(code), body);
  if ('problems' in result) return result;
  const { relation } = result;
  const { always, oneNumber, person, since } = shape.required;
  const lacks = (key: string) => isEmpty(body[key]);
  const missing = [
    ...always.filter(lacks),
    ...(relation.type === 'Company' ? [] : person.filter(lacks)),
    ...(relation.type !== 'Person' && oneNumber.every(lacks) ? oneNumber.slice(0, 1) : []),
    ...(relation.status === 'Customer' ? since.filter(lacks) : []),
  ];
  if (relation.name === '' && missing.length === 0) missing.push('name');
  if (missing.length > 0) return { problems: Object.fromEntries(missing.map((key) => [key, [required(key)]])) };
  const known = OWN_COMPANIES.some(({ id }) => id === relation.companyId);
  return known ? { relation } : { problems: { companyId: ['The own company does not exist.'] } };
}

function required(key: string): string {
  return `The ${key.slice(0, 1).toUpperCase()}${key.slice(1)} field is required.`;
}

/** Nothing known yet; what is required is always overwritten. */
function blank(code: string): Relation {
  return {
    id: randomUUID(),
    code,
    customerCode: null,
    accountingCode: null,
    name: '',
    commercialName: null,
    firstName: null,
    lastName: null,
    legalForm: null,
    type: 'Company',
    status: 'Customer',
    language: 'nl',
    // Where the shape asks for one, an own company always stands in the body.
    companyId: OWN_COMPANIES[0].id,
    group: null,
    enterpriseNumber: null,
    vatNumber: null,
    vatNumberPending: false,
    addresses: [],
    channels: [],
    foundation: { date: null, deedType: null, publicationNumber: null, subscribedCapital: null },
    fiscalYearEnd: null,
    cupboardNumber: null,
    since: null,
    end: null,
    handlingLevel: 'Normal',
    links: [],
  };
}
