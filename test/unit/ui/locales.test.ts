import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

type Texts = Record<string, { message: string }>;

const ROOT = new URL('../../../', import.meta.url);
const LANGUAGES = ['en', 'nl', 'fr', 'de'];

function textsOf(language: string): Texts {
  return JSON.parse(readFileSync(new URL(`public/_locales/${language}/messages.json`, ROOT), 'utf8'));
}

/** All our code that can name a key, in one string. */
function sources(): string {
  const files = readdirSync(new URL('src/', ROOT), { recursive: true, encoding: 'utf8' });
  const code = files
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => readFileSync(new URL(`src/${file}`, ROOT), 'utf8'));
  return [readFileSync(new URL('manifest.json', ROOT), 'utf8'), ...code].join('\n');
}

function placeholders(message: string): string[] {
  return [...new Set(message.match(/\$\d/g))].sort();
}

const english = textsOf('en');

describe.each(LANGUAGES)('the texts in %s', (language) => {
  const texts = textsOf(language);

  it('are there for the same keys, in the same order, as in English', () => {
    expect(Object.keys(texts)).toEqual(Object.keys(english));
  });

  it('have the same placeholders as in English', () => {
    const differing = Object.entries(texts).filter(
      ([key, { message }]) =>
        placeholders(message).join() !== placeholders(english[key]?.message ?? '').join() &&
        // A singular may say "the only one" instead of the count.
        !key.endsWith('One'),
    );
    expect(differing).toEqual([]);
  });

  it('use no placeholder in a singular that its plural does not have', () => {
    const singulars = Object.entries(texts).filter(([key]) => key.endsWith('One'));
    for (const [key, { message }] of singulars) {
      const plural = texts[key.replace(/One$/, 'Other')]?.message ?? '';
      expect(placeholders(plural), key).toEqual(expect.arrayContaining(placeholders(message)));
    }
    expect(singulars.length).toBeGreaterThan(0);
  });

  it('are never empty, and have no blank at either end but where one is spoken', () => {
    for (const [key, { message }] of Object.entries(texts)) {
      const expected = key.startsWith('mark') ? `${message.trim()} ` : message.trim();
      expect(message, key).toBe(expected);
      expect(message.trim(), key).not.toBe('');
    }
  });

  it('name the language that they are in', () => {
    expect(texts.textLanguage?.message).toBe(language);
  });

  it('keep to the lengths that the stores and the toolbar allow', () => {
    expect(texts.extensionName?.message.length).toBeLessThanOrEqual(45);
    expect(texts.extensionDescription?.message.length).toBeLessThanOrEqual(132);
  });
});

describe('the keys', () => {
  const code = sources();

  it('are all used', () => {
    const unused = Object.keys(english).filter((key) => {
      const stem = key.replace(/(?:One|Other)$/, '');
      return (
        ![key, stem].some((name) => code.includes(`'${name}'`) || code.includes(`"${name}"`)) &&
        !code.includes(`__MSG_${key}__`)
      );
    });
    expect(unused).toEqual([]);
  });

  it('are there for every reason that a comparison can give', () => {
    const reasons = new Set(code.match(/(?<=')reason[A-Z]\w+(?=')/g));
    expect(reasons.size).toBeGreaterThan(10);
    expect([...reasons].filter((reason) => !(reason in english))).toEqual([]);
  });

  it('are there for every text of the manifest', () => {
    const named = [...code.matchAll(/__MSG_(\w+)__/g)].map(([, key]) => key ?? '');
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((key) => !(key in english))).toEqual([]);
  });
});
