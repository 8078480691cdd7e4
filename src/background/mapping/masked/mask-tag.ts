/** What a masked value says of the value: `<date: DD/MM/YYYY> 00/00/0000`. */
export type MaskTag = {
  readonly kind: string;
  /** The form of the value, or the parts that it holds. */
  readonly form?: string;
  /** Set where it is a number in JSON, and no text. */
  readonly isNumber?: boolean;
};

const NUMBER = 'JSON number, ';

export function tagged({ kind, form, isNumber }: MaskTag, pattern: string): string {
  return `<${isNumber ? NUMBER : ''}${kind}${form === undefined ? '' : `: ${form}`}> ${pattern}`;
}

const TAGGED = /^<(?<number>JSON number, )?(?<kind>[a-zA-Z][a-zA-Z \-\d]*)(?:: (?<form>[^>]+))?> (?<pattern>.*)$/s;

/** The tag of a masked text, and its pattern; undefined where it has none. */
export function readTag(text: string): { readonly tag: MaskTag; readonly pattern: string } | undefined {
  const { number, kind, form, pattern } = TAGGED.exec(text)?.groups ?? {};
  if (kind === undefined || pattern === undefined) return undefined;
  return {
    tag: { kind, ...(form !== undefined && { form }), ...(number !== undefined && { isNumber: true }) },
    pattern,
  };
}
