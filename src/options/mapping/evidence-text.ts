import type { Service } from '../../company/company.ts';
import { SERVICE_NAMES } from '../../company/service-names.ts';
import type { Evidence } from '../../messages/index.ts';
import { type TextKey, text } from '../../ui/texts.ts';

const OTHER: Readonly<Record<Service, Service>> = { adminpulse: 'openthebox', openthebox: 'adminpulse' };

type Sentence = readonly [TextKey, ...(string | number)[]];
type Sentences = {
  readonly [K in Evidence['kind']]: (found: Extract<Evidence, { kind: K }>, service: Service) => Sentence;
};

const SENTENCES: Sentences = {
  agreement: ({ equal, of }, service) => ['evidenceAgreement', SERVICE_NAMES[OTHER[service]], equal, of],
  valueKind: ({ count, of }) => ['evidenceValueKind', count, of],
  keyWord: ({ word }) => ['evidenceKeyWord', word],
  onlyOne: () => ['evidenceOnlyOne'],
  varies: ({ distinct, of }) => ['evidenceVaries', distinct, of],
};

/** Why a place of this service's answers was taken, as one line. */
export function evidenceText(service: Service, evidence: readonly Evidence[]): string {
  return evidence.map((found) => text(...sentenceOf(found, service))).join('; ');
}

function sentenceOf<K extends Evidence['kind']>(found: Extract<Evidence, { kind: K }>, service: Service): Sentence {
  return SENTENCES[found.kind as K](found, service);
}
