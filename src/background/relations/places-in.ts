import type { Finding } from '../../inference/finding.ts';
import type { Places } from '../../schema/field-place.ts';

/** The places of findings, certain or presumed. */
export const placesIn = (findings: readonly Finding[]): Places =>
  Object.fromEntries(findings.map(({ meaning, place }) => [meaning, place]));
