import { parseEnterpriseNumber } from '../../company/enterprise-number.ts';
import type { TextKey } from '../../ui/texts.ts';

/** A page of an official source about one company. */
export type Source = { readonly label: TextKey; readonly url: string };

/** The Gazette's index is in Dutch and French. */
const gazetteLanguage = (language: string) => (language === 'fr' || language === 'de' ? 'fr' : 'nl');

/**
 * What the register, the National Bank and the Official Gazette publish about a company, in this language (nl, fr, de, en)
 * where they have it. The addresses were seen in public programs.
 */
export function sourcesOf(enterpriseNumber: string, language: string): readonly Source[] {
  const number = parseEnterpriseNumber(enterpriseNumber);
  if (!number) return [];
  return [
    {
      label: 'sourceKbo',
      url: `https://kbopub.economie.fgov.be/kbopub/toonondernemingps.html?lang=${language}&ondernemingsnummer=${number}`,
    },
    { label: 'sourceNbb', url: `https://consult.cbso.nbb.be/consult-enterprise/${number}` },
    {
      label: 'sourceGazette',
      url: `https://www.ejustice.just.fgov.be/cgi_tsv/list.pl?language=${gazetteLanguage(language)}&btw=${number}`,
    },
  ];
}

/** An establishment in the register. `digits`: ten, checked. */
export function establishmentPage(digits: string, language: string): string {
  return `https://kbopub.economie.fgov.be/kbopub/toonvestigingps.html?lang=${language}&vestigingsnummer=${digits}`;
}
