/** A name that JSONPath's dot notation takes (RFC 9535, member-name-shorthand, of ASCII letters). */
const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** The segment of a key: `.name`, or `['other name']`. */
export function keySegment(key: string): string {
  return NAME.test(key) ? `.${key}` : `[${literal(key)}]`;
}

/** A value as a JSONPath literal. */
export function literal(value: string | number | boolean): string {
  if (typeof value !== 'string') return String(value);
  // JSON escapes what a string literal of JSONPath must escape, but for the quotes.
  const escaped = JSON.stringify(value).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  return `'${escaped}'`;
}
