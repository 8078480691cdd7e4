import type { Form } from '../node.ts';

/** A Belgian number in groups, without its first zero: "9 234 56 78", "53 39 00 70", "471 25 17 34". */
function grouped(e164: string): string | undefined {
  const rest = /^\+32(\d{8,9})$/.exec(e164)?.[1];
  if (rest === undefined) return undefined;
  if (rest.length === 9) return rest.replace(/^(\d{3})(\d\d)(\d\d)(\d\d)$/, '$1 $2 $3 $4');
  return /^[2349]/.test(rest)
    ? rest.replace(/^(\d)(\d{3})(\d\d)(\d\d)$/, '$1 $2 $3 $4')
    : rest.replace(/^(\d\d)(\d\d)(\d\d)(\d\d)$/, '$1 $2 $3 $4');
}

/** E.164 of a number in any notation; undefined for what is none. */
function e164Of(raw: unknown): string | undefined {
  if (typeof raw !== 'string') return undefined;
  const text = raw.replace(/\(0\)/, '').replace(/[\s./-]/g, '');
  const digits = text.replace(/^00/, '+').replace(/^0/, '+32');
  return /^\+\d{8,14}$/.test(digits) ? digits : undefined;
}

/** What is no Belgian number stands as it is. `strict`: the service takes no other notation. */
function phone(name: string, write: (groups: string, e164: string) => string, strict?: RegExp): Form<string> {
  return {
    name,
    write(value) {
      const groups = grouped(value);
      return groups === undefined ? value : write(groups, value);
    },
    read: (raw) => (strict && !(typeof raw === 'string' && strict.test(raw)) ? undefined : e164Of(raw)),
  };
}

export const PHONE_FORMS = {
  '09 234 56 78': phone('09 234 56 78', (groups) => `0${groups}`),
  '09/234.56.78': phone('09/234.56.78', (groups) => `0${groups.replace(' ', '/').replaceAll(' ', '.')}`),
  '092345678': phone('092345678', (_, e164) => e164.replace('+32', '0'), /^0\d{7,12}$/),
  '+32 9 234 56 78': phone('+32 9 234 56 78', (groups) => `+32 ${groups}`),
  '+32 (0)9 234 56 78': phone('+32 (0)9 234 56 78', (groups) => `+32 (0)${groups}`),
  '+3292345678': phone('+3292345678', (_, e164) => e164, /^\+\d+$/),
  '0032 9 234 56 78': phone('0032 9 234 56 78', (groups) => `0032 ${groups}`),
} as const satisfies Readonly<Record<string, Form<string>>>;
export type PhoneForm = keyof typeof PHONE_FORMS;

function website(name: string, write: (address: string) => string): Form<string> {
  const bare = (text: string) => text.replace(/^https?:\/\//i, '').replace(/\/$/, '');
  return {
    name,
    write: (value) => write(bare(value)),
    read: (raw) => (typeof raw === 'string' ? bare(raw) : undefined),
  };
}

export const WEBSITE_FORMS = {
  bare: website('a host', (address) => address),
  https: website('https://', (address) => `https://${address}`),
  'http and slash': website('http:// and a slash', (address) => `http://${address}/`),
} as const satisfies Readonly<Record<string, Form<string>>>;
export type WebsiteForm = keyof typeof WEBSITE_FORMS;

export const text: Form<string> = {
  name: 'a text',
  write: (value) => value,
  read: (raw) => (typeof raw === 'string' && raw.length <= 250 ? raw : undefined),
};
