import { foldedKey } from './folding.ts';
import { JURIDICAL_SITUATIONS } from './generated/juridical-situations.ts';
import { type SituationLevel, situationMeaning } from './situation-meanings.ts';

/** A juridical situation that the user must know of before anything is written. */
export type JuridicalSituation = {
  readonly code: string;
  readonly level: SituationLevel;
};

/** How a company stands in the register; `normal` is every situation that is known and not worth a warning. */
export type RegisterStatus = {
  /** The KBO's code of its juridical situation. */
  readonly code: string;
  readonly level: SituationLevel | 'normal';
};

const ROWS = JURIDICAL_SITUATIONS.split('\n').map((line) => line.split('|'));
const CODE_OF = new Map(ROWS.flatMap(([code = '', ...texts]) => texts.map((text) => [foldedKey(text), code])));

/** The longest description of the register has 61 characters. */
const MAX_LENGTH = 200;

/**
 * The situation behind a KBO code ("050", "50") or its description in nl, fr, de or en, if it is worth a warning.
 */
export function juridicalSituation(text: string | undefined): JuridicalSituation | undefined {
  const found = registerStatus(text);
  return found && found.level !== 'normal' ? { code: found.code, level: found.level } : undefined;
}

/** How a company stands, from a KBO code or its description, as above. `undefined` where the text is neither. */
export function registerStatus(text: string | undefined): RegisterStatus | undefined {
  if (text === undefined || text.length > MAX_LENGTH) return undefined;
  const key = foldedKey(text);
  const code = /^\d{1,3}$/.test(key) ? key.padStart(3, '0') : CODE_OF.get(key);
  if (code === undefined || !ROWS.some(([known]) => known === code)) return undefined;
  return { code, level: situationMeaning(code)?.level ?? 'normal' };
}
