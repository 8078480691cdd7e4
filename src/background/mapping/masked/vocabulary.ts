import { fold } from '../../../company/folding.ts';
import { parseLanguage } from '../../../company/language.ts';

/**
 * Words that say what an item of a list is, or what stands below a key, in Dutch, French, English and German, folded. They say
 * nothing of anybody, so that they stay as they are.
 */
const WORDS = new Set(
  [
    'seat registered office|seat|siege|siege social|zetel|maatschappelijke zetel|sitz|hauptsitz|hoofdzetel|rego|baet|abbr',
    'correspondence|correspondentie|correspondance|courrier|post|postadres|mailing|korrespondenz',
    'branch|establishment|vestiging|vestigingseenheid|etablissement|exploitation|uitbating|niederlassung',
    'billing|invoice|facturatie|factuur|facturation|delivery|levering|livraison|home|private|prive|thuis|domicile',
    'phone|telephone|telefoon|telefon|tel|landline|vast|mobile|mobiel|portable|gsm|cell|fax|telecopie|telefax',
    'email|mail|e mail|courriel|web|website|site|url|www|homepage|pobox|po box|postbus|bp',
    'name|naam|nom|commercial name|handelsnaam|nom commercial|abbreviation|afkorting|main|hoofd|principal|other|andere|autre',
    'director|bestuurder|administrateur|zaakvoerder|gerant|shareholder|aandeelhouder|actionnaire|contact|beneficiary',
    'customer|klant|client|kunde|prospect|supplier|leverancier|fournisseur|person|persoon|personne|company|bedrijf',
    'societe|firma|own|eigen|work|werk|office|kantoor|bureau|default|standaard|active|actief|inactive',
  ]
    .join('|')
    .split('|'),
);

/** In characters. A longer text is no code of a language. */
const LONGEST_CODE = 5;

/** A word of which it is known that it says what something is, and nothing of anybody. */
export function isVocabulary(text: string): boolean {
  return WORDS.has(fold(text).trim()) || isLanguageCode(text);
}

const isLanguageCode = (text: string): boolean =>
  text.length <= LONGEST_CODE && /^[a-z]{2}(?:[-_][a-z]{2})?$/i.test(text) && parseLanguage(text) !== undefined;
