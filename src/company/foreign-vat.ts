import { validate as AT } from 'stdnum/lib/esm/at/uid.js';
import { validate as BG } from 'stdnum/lib/esm/bg/vat.js';
import { validate as CY } from 'stdnum/lib/esm/cy/vat.js';
import { validate as CZ } from 'stdnum/lib/esm/cz/dic.js';
import { validate as DE } from 'stdnum/lib/esm/de/vat.js';
import { validate as DK } from 'stdnum/lib/esm/dk/cvr.js';
import { validate as EE } from 'stdnum/lib/esm/ee/kmkr.js';
import { validate as ES } from 'stdnum/lib/esm/es/nif.js';
import { validate as FI } from 'stdnum/lib/esm/fi/alv.js';
import { validate as FR } from 'stdnum/lib/esm/fr/tva.js';
import { validate as GB } from 'stdnum/lib/esm/gb/vat.js';
import { validate as EL } from 'stdnum/lib/esm/gr/vat.js';
import { validate as HR } from 'stdnum/lib/esm/hr/oib.js';
import { validate as HU } from 'stdnum/lib/esm/hu/anum.js';
import { validate as IE } from 'stdnum/lib/esm/ie/vat.js';
import { validate as IT } from 'stdnum/lib/esm/it/iva.js';
import { validate as LT } from 'stdnum/lib/esm/lt/pvm.js';
import { validate as LU } from 'stdnum/lib/esm/lu/tva.js';
import { validate as LV } from 'stdnum/lib/esm/lv/pvn.js';
import { validate as MT } from 'stdnum/lib/esm/mt/vat.js';
import { validate as NL } from 'stdnum/lib/esm/nl/btw.js';
import { validate as PL } from 'stdnum/lib/esm/pl/nip.js';
import { validate as PT } from 'stdnum/lib/esm/pt/nif.js';
import { validate as RO } from 'stdnum/lib/esm/ro/cui.js';
import { validate as SE } from 'stdnum/lib/esm/se/vat.js';
import { validate as SI } from 'stdnum/lib/esm/si/ddv.js';
import { validate as SK } from 'stdnum/lib/esm/sk/dph.js';

type Validate = (number: string) => { readonly isValid: boolean };

/** Northern Ireland has the numbers of the United Kingdom under a prefix of its own. */
const XI: Validate = (number) => GB(number.replace('XI', 'GB'));

/** The member states but Belgium, by their prefix in VIES; Greece has one of its own, and is often written `GR`. */
const VALIDATORS: ReadonlyMap<string, Validate> = new Map(
  Object.entries({
    ...{ AT, BG, CY, CZ, DE, DK, EE, EL, ES, FI, FR, HR, HU, IE, IT },
    ...{ LT, LU, LV, MT, NL, PL, PT, RO, SE, SI, SK, XI },
  }),
);

/** No VAT number is longer, however it is spaced. In characters. */
const MAX_LENGTH = 40;

/** The shortest numbers, of Romania, have two digits; of fewer characters some validators make an exception. */
const FORM = /^[A-Z]{2}[A-Z\d+*]{2,13}$/;

/**
 * The country (VIES prefix: `EL` is Greece, `XI` Northern Ireland) of a text that is a VAT number of another member
 * state, with its prefix and right check digits; dots, dashes and spaces do not count. `undefined` for anything else,
 * Belgian numbers included. Good enough to say that openthebox covers Belgium.
 * The 27 validators weigh 29 kB: not for the content script, and not for a page's first load.
 */
export function foreignVatCountry(text: string): string | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  const number = text
    .toUpperCase()
    .replace(/[\s.\-/]/g, '')
    .replace(/^GR/, 'EL');
  const country = number.slice(0, 2);
  if (!FORM.test(number)) return undefined;
  return VALIDATORS.get(country)?.(number).isValid ? country : undefined;
}
