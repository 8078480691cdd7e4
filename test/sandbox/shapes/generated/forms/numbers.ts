import { dotted, isEnterpriseNumber, tenDigits } from '../../../numbers.ts';
import type { Form } from '../node.ts';

/** A foreign VAT number stands as it is written. */
const FOREIGN = /^(?!BE)[A-Z]{2}[A-Z0-9. ]{5,14}$/;

function written(name: string, pattern: RegExp, write: (digits: string) => string): Form<string> {
  return {
    name,
    write: (number) => (isEnterpriseNumber(number) ? write(number) : number),
    read(raw) {
      if (typeof raw !== 'string') return undefined;
      if (FOREIGN.test(raw)) return raw;
      return pattern.test(raw) && isEnterpriseNumber(raw) ? tenDigits(raw) : undefined;
    },
  };
}

/** The notations of an enterprise or VAT number; as a JSON number it loses its leading zero. */
export const NUMBER_FORMS = {
  '0123.456.789': written('0123.456.789', /^\d{4}\.\d{3}\.\d{3}$/, dotted),
  '0123456789': written('0123456789', /^\d{10}$/, (digits) => digits),
  '0123 456 789': written('0123 456 789', /^\d{4} \d{3} \d{3}$/, (digits) => dotted(digits).replaceAll('.', ' ')),
  BE0123456789: written('BE0123456789', /^BE\d{10}$/, (digits) => `BE${digits}`),
  'BE 0123456789': written('BE 0123456789', /^BE \d{10}$/, (digits) => `BE ${digits}`),
  'BE0123.456.789': written('BE0123.456.789', /^BE\d{4}\.\d{3}\.\d{3}$/, (digits) => `BE${dotted(digits)}`),
  'BE 0123.456.789': written('BE 0123.456.789', /^BE \d{4}\.\d{3}\.\d{3}$/, (digits) => `BE ${dotted(digits)}`),
  'JSON number': {
    name: 'a JSON number',
    write: (number) => (isEnterpriseNumber(number) ? Number(number) : number),
    read: (raw) => (typeof raw === 'number' && isEnterpriseNumber(String(raw)) ? tenDigits(String(raw)) : undefined),
  },
} as const satisfies Readonly<Record<string, Form<string>>>;
export type NumberForm = keyof typeof NUMBER_FORMS;
