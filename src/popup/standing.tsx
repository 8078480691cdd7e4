import type { Standing } from '../company/juridical-situation.ts';
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
function standingText({ level, code }: Standing): string {
  if (level === 'normal') return text('standingNormal');
  return text(STANDINGS.find(([, codes]) => codes.includes(code))?.[0] ?? 'standingOther');
}

/** The same, in the colour of its level. */
export function StandingTag({ standing }: { readonly standing: Standing }) {
  return <span class={`standing ${standing.level}`}>{standingText(standing)}</span>;
}
