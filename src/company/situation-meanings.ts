/** How much a situation worth a warning is to be minded. */
export type SituationLevel = 'danger' | 'warning';

/** What a juridical situation that is worth a warning means to the reader; several of the register's codes can mean one. */
export type SituationMeaning =
  | 'numberReplaced'
  | 'dissolvedByLaw'
  | 'stoppedInBelgium'
  | 'voluntaryLiquidation'
  | 'judicialDissolution'
  | 'liquidationClosed'
  | 'stopped'
  | 'transferred'
  | 'oneHand'
  | 'absorbed'
  | 'merged'
  | 'split'
  | 'concordat'
  | 'suspension'
  | 'suspensionEnded'
  | 'bankrupt'
  | 'bankruptcyClosed'
  | 'reorganisation'
  | 'struckOff'
  | 'liquidationReopened'
  | 'cancelled';

/**
 * The situations worth a warning, by the codes of the KBO's table "JuridicalSituation" (KBO Open Data, code.csv of 10/2025).
 * `danger`: the company is bankrupt, dissolved, absorbed or otherwise ended; `warning`: it goes on, under protection or
 * under another number. All others (000 normal, 001 and 100 its start, 002, 090) are none.
 */
const SITUATIONS: readonly (readonly [SituationMeaning, SituationLevel, codes: string])[] = [
  ['numberReplaced', 'warning', '003'],
  ['numberReplaced', 'danger', '006'],
  ['dissolvedByLaw', 'danger', '010'],
  ['stoppedInBelgium', 'danger', '011'],
  ['voluntaryLiquidation', 'danger', '012'],
  ['judicialDissolution', 'danger', '013'],
  ['liquidationClosed', 'danger', '014'],
  ['stopped', 'danger', '015 016 018 019'],
  ['transferred', 'danger', '017'],
  ['oneHand', 'danger', '020'],
  ['absorbed', 'danger', '021'],
  ['merged', 'danger', '022'],
  ['split', 'danger', '023 024 025 026'],
  ['concordat', 'warning', '030 031'],
  ['suspension', 'warning', '040 041'],
  ['suspensionEnded', 'warning', '042 043'],
  ['bankrupt', 'danger', '048 049 050'],
  ['bankruptcyClosed', 'danger', '051 052 053'],
  ['reorganisation', 'warning', '091'],
  ['struckOff', 'danger', '111'],
  ['liquidationReopened', 'danger', '112'],
  ['cancelled', 'danger', '999'],
];

/** Of a situation by its code of three digits; undefined where it is not worth a warning, or is not known. */
export function situationMeaning(
  code: string,
): { readonly meaning: SituationMeaning; readonly level: SituationLevel } | undefined {
  const row = SITUATIONS.find(([, , codes]) => codes.split(' ').includes(code));
  return row && { meaning: row[0], level: row[1] };
}
