import type { Address, Language } from './company.ts';

const BOX_WORD: Readonly<Record<Language, string>> = { nl: 'bus', fr: 'boîte', de: 'Bus', en: 'box' };

/**
 * An address as the lines of a letter in Belgium: `Kerkstraat 12 bus 3`, `9000 Gent`, and a foreign country by its
 * name. Parts that are absent leave no trace; an empty address has no lines.
 */
export function formatAddress(address: Address, language: Language): readonly string[] {
  const { street, number, box, postalCode, municipality, country } = address;
  return [
    joined([street, number, box && `${BOX_WORD[language]} ${box}`]),
    joined([postalCode, municipality]),
    country && country !== 'BE' ? countryName(country, language) : '',
  ].filter((line) => line !== '');
}

function joined(parts: readonly (string | undefined)[]): string {
  return parts.filter(Boolean).join(' ');
}

function countryName(country: string, language: Language): string {
  if (!/^[A-Z]{2}$/.test(country)) return country;
  return new Intl.DisplayNames([language], { type: 'region' }).of(country) ?? country;
}
