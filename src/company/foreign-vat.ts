/**
 * The forms of VAT numbers of the other member states and Northern Ireland, without check digits: enough to say that a
 * number is not Belgian, and that openthebox covers Belgium.
 * Source: European Commission, VIES, "structure of VAT numbers".
 */
const FORMS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    AT: 'U\\d{8}',
    BG: '\\d{9,10}',
    CY: '\\d{8}[A-Z]',
    CZ: '\\d{8,10}',
    DE: '\\d{9}',
    DK: '\\d{8}',
    EE: '\\d{9}',
    EL: '\\d{9}',
    ES: '[A-Z\\d]\\d{7}[A-Z\\d]',
    FI: '\\d{8}',
    FR: '[A-HJ-NP-Z\\d]{2}\\d{9}',
    HR: '\\d{11}',
    HU: '\\d{8}',
    IE: '\\d[A-Z\\d+*]\\d{5}[A-Z]{1,2}',
    IT: '\\d{11}',
    LT: '\\d{9}|\\d{12}',
    LU: '\\d{8}',
    LV: '\\d{11}',
    MT: '\\d{8}',
    NL: '\\d{9}B\\d{2}',
    PL: '\\d{10}',
    PT: '\\d{9}',
    RO: '\\d{2,10}',
    SE: '\\d{12}',
    SI: '\\d{8}',
    SK: '\\d{10}',
    XI: '\\d{9}|\\d{12}|GD\\d{3}|HA\\d{3}',
  }),
);

/** No VAT number is longer, however it is spaced. In characters. */
const LONGEST = 40;

/**
 * The country (VIES prefix: `EL` is Greece, `XI` Northern Ireland) of a text that is a VAT number of another member
 * state, with its prefix; dots, dashes and spaces do not count. `undefined` for anything else, Belgian numbers included.
 */
export function foreignVatCountry(text: string): string | undefined {
  if (text.length > LONGEST) return undefined;
  const compact = text.toUpperCase().replace(/[\s.\-/]/g, '');
  const country = compact.slice(0, 2) === 'GR' ? 'EL' : compact.slice(0, 2);
  const form = FORMS.get(country);
  return form && new RegExp(`^(?:${form})$`).test(compact.slice(2)) ? country : undefined;
}
