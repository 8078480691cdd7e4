/**
 * What the comparison says of one thing: the document has it as the profile does, has it otherwise, or does not have it;
 * a note is only worth knowing.
 */
export type Verdict = 'agrees' | 'differs' | 'missing' | 'note';
export type Finding = { readonly verdict: Verdict; readonly text: string; readonly details?: readonly string[] };
export type Section = { readonly title: string; readonly findings: readonly Finding[] };

/** A value of the document in a line. In characters. */
const LONGEST_VALUE = 60;

export function shown(value: unknown): string {
  const json = JSON.stringify(value) ?? '';
  return json.length > LONGEST_VALUE ? `${json.slice(0, LONGEST_VALUE)}…` : json;
}
