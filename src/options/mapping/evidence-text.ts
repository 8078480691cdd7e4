import type { Service } from '../../company/company.ts';
import { SERVICE_NAMES } from '../../company/service-names.ts';
import type { Evidence } from '../../messages/index.ts';
import { type TextKey, text } from '../../ui/texts.ts';

const OTHER: Readonly<Record<Service, Service>> = { adminpulse: 'openthebox', openthebox: 'adminpulse' };

type Sentence = readonly [TextKey, ...(string | number)[]] | undefined;
type Sentences = {
  readonly [K in Evidence['kind']]: (found: Extract<Evidence, { kind: K }>, service: Service) => Sentence;
};

const SENTENCES: Sentences = {
  agreement: ({ equal, of }, service) => {
    const other = SERVICE_NAMES[OTHER[service]];
    if (of > 1) return ['evidenceAgreement', other, equal, of];
    return [equal > 0 ? 'evidenceEqual' : 'evidenceUnequal', other];
  },
  valueKind: ({ count, of }) => {
    if (of > 1) return ['evidenceValueKind', count, of];
    return count > 0 ? ['evidenceHasForm'] : undefined;
  },
  keyWord: ({ word }) => ['evidenceKeyWord', word],
  onlyOne: () => ['evidenceOnlyOne'],
  varies: ({ distinct, of }) => (of > 1 ? ['evidenceVaries', distinct, of] : undefined),
};

/** Why a place of this service's answers was taken, as one line. Of a single answer it has no counts. */
export function evidenceText(service: Service, evidence: readonly Evidence[]): string {
  return evidence
    .flatMap((found) => {
      const sentence = sentenceOf(found, service);
      return sentence ? [text(...sentence)] : [];
    })
    .join('; ');
}

function sentenceOf<K extends Evidence['kind']>(found: Extract<Evidence, { kind: K }>, service: Service): Sentence {
  return SENTENCES[found.kind as K](found, service);
}
