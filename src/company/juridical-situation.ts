import type { Language } from './company.ts';
import { foldedKey } from './folding.ts';
import { JURIDICAL_SITUATIONS } from './generated/juridical-situations.ts';

type SituationLevel = 'danger' | 'warning';

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

/**
 * The situations worth a warning. `danger`: the company is bankrupt, dissolved, absorbed or otherwise ended; `warning`:
 * it goes on, under protection or under another number. All others (000 normal, 001 and 100 its start, 002, 090) are none.
 */
const LEVELS: Readonly<Record<SituationLevel, string>> = {
  danger: '006 010 011 012 013 014 015 016 017 018 019 020 021 022 023 024 025 026 048 049 050 051 052 053 111 112 999',
  warning: '003 030 031 040 041 042 043 091',
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
  const level = (['danger', 'warning'] as const).find((one) => LEVELS[one].includes(code));
  return { code, level: level ?? 'normal' };
}

/** What the register calls a situation ("Opening faillissement"); `undefined` for an unknown code. */
export function juridicalSituationText(code: string, language: Language): string | undefined {
  const [, nl, fr, de, en] = ROWS.find(([known]) => known === code) ?? [];
  return { nl, fr, de, en }[language];
}
