import * as z from 'zod/mini';
import { FIELDS } from '../../company/company.ts';
import { type EnterpriseNumber, parseEnterpriseNumber } from '../../company/enterprise-number.ts';
import { TERMS } from '../../messages/creation-state.ts';

/** What a message without data, or with data that nobody reads, comes with. */
export const Nothing = z.unknown();

export const textUpTo = (length: number) => z.string().check(z.minLength(1), z.maxLength(length));

export const EnterpriseNumberText = z.pipe(
  z.string().check(z.maxLength(40)),
  z.transform((text, { issues }): EnterpriseNumber => {
    const number = parseEnterpriseNumber(text);
    if (number) return number;
    issues.push({ code: 'custom', message: 'not an enterprise number', input: text });
    return z.NEVER;
  }),
);

export const FieldName = z.enum(FIELDS);
export const TermName = z.enum(TERMS);
export const ServiceName = z.enum(['openthebox', 'adminpulse']);
