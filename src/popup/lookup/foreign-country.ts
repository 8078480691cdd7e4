/** Two letters, then digits and at most a few letters: what a foreign VAT number may look like. */
const LIKE_A_VAT_NUMBER = /^(?!BE)[A-Z]{2}[\s.-]*(?=[^\d]{0,3}\d)[A-Z\d+*\s.\-/]{2,30}$/i;

/** VIES's own prefixes for Greece and Northern Ireland. */
const ISO: Readonly<Record<string, string>> = { EL: 'GR', XI: 'GB' };

/**
 * The country (ISO 3166) of a VAT number of another member state; undefined for all else. The rules of 27 countries are
 * loaded when something looks like such a number.
 */
export async function foreignCountry(text: string): Promise<string | undefined> {
  if (!LIKE_A_VAT_NUMBER.test(text)) return undefined;
  const { foreignVatCountry } = await import('../../company/foreign-vat.ts');
  const country = foreignVatCountry(text);
  return country && (ISO[country] ?? country);
}
