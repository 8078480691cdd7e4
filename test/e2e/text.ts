import { readFileSync } from 'node:fs';
import type { PluralKey, TextKey } from '../../src/ui/texts.ts';

/** The extension's texts in one language, named by their keys in `public/_locales`: a changed word changes no test. */
export function textsIn(language: 'en' | 'nl' | 'fr' | 'de') {
  const file = new URL(`../../public/_locales/${language}/messages.json`, import.meta.url);
  const messages = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<TextKey, { readonly message: string }>>;

  /** Fills `$1`, `$2` … as the browser does; every one has to be given. */
  function text(key: TextKey, ...substitutions: readonly (string | number)[]): string {
    return messages[key].message.replaceAll(/\$(\d)/g, (placeholder, place) => {
      const value = substitutions[Number(place) - 1];
      if (value === undefined) throw new Error(`${key}: nothing is given for ${placeholder}`);
      return String(value);
    });
  }

  /** As `text`, in the singular or plural that the language has for `count`, which is `$1`. */
  function plural(stem: PluralKey, count: number, ...others: readonly (string | number)[]): string {
    const one = new Intl.PluralRules(language).select(count) === 'one';
    return text(`${stem}${one ? 'One' : 'Other'}` as TextKey, count.toLocaleString(language), ...others);
  }

  /**
   * What a text looks like whose values are not, or not exactly, known: a pattern stands for a value of that form, and
   * for a value that is not given anything does. It is found anywhere in what is shown.
   */
  function textPattern(key: TextKey, ...values: readonly (string | number | RegExp)[]): RegExp {
    const parts = messages[key].message.split(/\$(\d)/);
    return new RegExp(
      parts
        .map((part, index) => {
          if (index % 2 === 0) return escaped(part);
          const value = values[Number(part) - 1] ?? /.+/;
          return value instanceof RegExp ? `(?:${value.source})` : escaped(String(value));
        })
        .join(''),
      'su',
    );
  }

  /** Labels as they stand inside a sentence: "VAT number, enterprise number". German nouns keep their capital. */
  function listed(...labels: readonly TextKey[]): string {
    return labels
      .map((key) => text(key))
      .map((label) =>
        language === 'de' || /^\p{Lu}{2}/u.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1),
      )
      .join(', ');
  }

  return { text, plural, textPattern, listed };
}

/** These texts one after the other, with nothing but space between them. */
export function sentences(...parts: readonly (string | RegExp)[]): RegExp {
  return new RegExp(parts.map((part) => (typeof part === 'string' ? escaped(part) : part.source)).join('\\s*'), 'su');
}

/** Those of a browser that is started in no particular language. */
export const { text, plural, textPattern, listed } = textsIn('en');

function escaped(literal: string): string {
  return literal.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
