import { foreignVatCountry } from '../../company/foreign-vat.ts';

/** VIES's own prefixes for Greece and Northern Ireland. */
const ISO: Readonly<Record<string, string>> = { EL: 'GR', XI: 'GB' };

/** The country (ISO 3166) of a VAT number of another member state; undefined for all else. */
export function foreignCountry(text: string): string | undefined {
  const country = foreignVatCountry(text);
  return country && (ISO[country] ?? country);
}
