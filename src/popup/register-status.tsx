import type { RegisterStatus } from '../company/juridical-situation.ts';
import { type SituationMeaning, situationMeaning } from '../company/situation-meanings.ts';
import { type TextKey, text } from '../ui/texts.ts';

/** A juridical situation in a word or two, and in a sentence. */
const SITUATIONS: Readonly<Record<SituationMeaning, readonly [word: TextKey, sentence: TextKey]>> = {
  numberReplaced: ['registerStatusReplaced', 'situationNumberReplaced'],
  dissolvedByLaw: ['registerStatusDissolved', 'situationDissolvedByLaw'],
  stoppedInBelgium: ['registerStatusStopped', 'situationStoppedInBelgium'],
  voluntaryLiquidation: ['registerStatusLiquidation', 'situationVoluntaryLiquidation'],
  judicialDissolution: ['registerStatusDissolved', 'situationJudicialDissolution'],
  liquidationClosed: ['registerStatusLiquidationClosed', 'situationLiquidationClosed'],
  stopped: ['registerStatusStopped', 'situationStopped'],
  transferred: ['registerStatusTransferred', 'situationTransferred'],
  oneHand: ['registerStatusDissolved', 'situationOneHand'],
  absorbed: ['registerStatusMerged', 'situationAbsorbed'],
  merged: ['registerStatusMerged', 'situationMerged'],
  split: ['registerStatusSplit', 'situationSplit'],
  concordat: ['registerStatusProtected', 'situationConcordat'],
  suspension: ['registerStatusProtected', 'situationSuspension'],
  suspensionEnded: ['registerStatusOther', 'situationSuspensionEnded'],
  bankrupt: ['registerStatusBankrupt', 'situationBankrupt'],
  bankruptcyClosed: ['registerStatusBankruptcyClosed', 'situationBankruptcyClosed'],
  reorganisation: ['registerStatusProtected', 'situationReorganisation'],
  struckOff: ['registerStatusStruckOff', 'situationStruckOff'],
  liquidationReopened: ['registerStatusLiquidation', 'situationLiquidationReopened'],
  cancelled: ['registerStatusCancelled', 'situationCancelled'],
};

/** How a company stands in the register, in a word or two, in the colour of its level. */
export function RegisterStatusTag({ status }: { readonly status: RegisterStatus }) {
  return <span class={`register-status ${status.level}`}>{statusWord(status)}</span>;
}

function statusWord({ level, code }: RegisterStatus): string {
  if (level === 'normal') return text('registerStatusNormal');
  const found = situationMeaning(code);
  return text(found === undefined ? 'registerStatusOther' : SITUATIONS[found.meaning][0]);
}

/** A juridical situation in one sentence; an unknown code is named as it is. */
export function situationText(code: string): string {
  const found = situationMeaning(code);
  return found === undefined ? text('situationOther', code) : text(SITUATIONS[found.meaning][1]);
}
