import type { RegisterStatus } from '../company/juridical-situation.ts';
import { type TextKey, text } from '../ui/texts.ts';

/** Codes of the KBO's table "JuridicalSituation" (KBO Open Data, code.csv of 10/2025), in a word or two. */
const STANDINGS: readonly (readonly [TextKey, codes: string])[] = [
  ['standingReplaced', '003 006'],
  ['standingDissolved', '010 013 020'],
  ['standingLiquidation', '012 112'],
  ['standingLiquidationClosed', '014'],
  ['standingStopped', '011 015 016 018 019'],
  ['standingTransferred', '017'],
  ['standingMerged', '021 022'],
  ['standingSplit', '023 024 025 026'],
  ['standingProtected', '030 031 040 041 091'],
  ['standingBankrupt', '048 049 050'],
  ['standingBankruptcyClosed', '051 052 053'],
  ['standingStruckOff', '111'],
  ['standingCancelled', '999'],
];

/** How a company stands, in a word or two. */
function standingText({ level, code }: RegisterStatus): string {
  if (level === 'normal') return text('standingNormal');
  return text(STANDINGS.find(([, codes]) => codes.includes(code))?.[0] ?? 'standingOther');
}

/** The same, in the colour of its level. */
export function StandingTag({ standing }: { readonly standing: RegisterStatus }) {
  return <span class={`standing ${standing.level}`}>{standingText(standing)}</span>;
}

/** Codes of the KBO's table "JuridicalSituation" (KBO Open Data, code.csv of 10/2025), by what they mean to the reader. */
const SITUATIONS: Readonly<Record<string, TextKey>> = {
  '003': 'situationNumberReplaced',
  '006': 'situationNumberReplaced',
  '010': 'situationDissolvedByLaw',
  '011': 'situationStoppedInBelgium',
  '012': 'situationVoluntaryLiquidation',
  '013': 'situationJudicialDissolution',
  '014': 'situationLiquidationClosed',
  '015': 'situationStopped',
  '016': 'situationStopped',
  '017': 'situationTransferred',
  '018': 'situationStopped',
  '019': 'situationStopped',
  '020': 'situationOneHand',
  '021': 'situationAbsorbed',
  '022': 'situationMerged',
  '023': 'situationSplit',
  '024': 'situationSplit',
  '025': 'situationSplit',
  '026': 'situationSplit',
  '030': 'situationConcordat',
  '031': 'situationConcordat',
  '040': 'situationSuspension',
  '041': 'situationSuspension',
  '042': 'situationSuspensionEnded',
  '043': 'situationSuspensionEnded',
  '048': 'situationBankrupt',
  '049': 'situationBankrupt',
  '050': 'situationBankrupt',
  '051': 'situationBankruptcyClosed',
  '052': 'situationBankruptcyClosed',
  '053': 'situationBankruptcyClosed',
  '091': 'situationReorganisation',
  '111': 'situationStruckOff',
  '112': 'situationLiquidationReopened',
  '999': 'situationCancelled',
};

/** A juridical situation in one sentence; an unknown code is named as it is. */
export function situationText(code: string): string {
  const key = Object.hasOwn(SITUATIONS, code) ? SITUATIONS[code] : undefined;
  return key === undefined ? text('situationOther', code) : text(key);
}
