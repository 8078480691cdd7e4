/** Characters: more than any value in a register or a client file has. */
export const MAX_TEXT_LENGTH = 2_000;

/**
 * A text, or a number as a text. Undefined for an empty one, for anything else, and for one that is too long to be a value:
 * it is of a form that is not understood, and is neither shown nor written.
 */
export function readText(value: unknown): string | undefined {
  const text = textOf(value);
  return isTooLong(text) ? undefined : text || undefined;
}

/** A text or a number as a text of any length; empty for anything else. */
export function textOf(value: unknown): string {
  return typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : '';
}

/** Of several texts that are one value, one that is too long spoils it all. */
export const isTooLong = (value: unknown): boolean => typeof value === 'string' && value.length > MAX_TEXT_LENGTH;
