import * as z from 'zod/mini';
import { parseJson } from '../../api/parse-json.ts';
import type { MappingRefusal } from '../../messages/index.ts';
import { isForbiddenName, MappingOverrides } from '../../schema/chosen-paths.ts';
import { TravellingPlaces } from '../relations/inferred-places.ts';

/** Characters of a file; what is known of both services takes less than a quarter. */
const MAX_FILE_LENGTH = 100_000;
/** Objects and lists inside each other; chosen paths have two, and what was inferred has seven more. */
const DEEPEST = 9;
/** Characters of a part of the file that a reason names. */
const MAX_DETAIL_LENGTH = 60;

/** What was inferred is marked so, and apart from what was chosen. */
const FileContent = z.extend(MappingOverrides, { inferred: z.exactOptional(TravellingPlaces) });

export type MappingFile =
  | { readonly ok: true; readonly overrides: MappingOverrides; readonly inferred?: TravellingPlaces }
  | { readonly ok: false; readonly reason: MappingRefusal; readonly detail?: string };

const refused = (reason: MappingRefusal, detail = ''): MappingFile => ({
  ok: false,
  reason,
  ...(detail && { detail: detail.slice(0, MAX_DETAIL_LENGTH) }),
});

/** Reads an exported mapping. Size and depth are looked at before anything is parsed; `detail` names the field or version. */
export function readMappingFile(text: string): MappingFile {
  if (text.length > MAX_FILE_LENGTH) return refused('mappingFileTooLarge');
  if (depthOf(text) > DEEPEST) return refused('mappingFileTooDeep');
  const json = parseJson(text);
  if (json === undefined) return refused('mappingFileNotJson');
  if (hasForbiddenName(json)) return refused('mappingFileForbiddenName');

  const head = z.looseObject({ version: z.number() }).safeParse(json).data;
  if (!head) return refused('mappingFileForeign');
  if (head.version !== 1) return refused('mappingFileVersion', String(head.version));
  const file = FileContent.safeParse(json);
  if (file.success) {
    const { inferred, ...overrides } = file.data;
    return { ok: true, overrides, ...(inferred && { inferred }) };
  }
  const [issue] = file.error.issues;
  const keys = issue?.code === 'unrecognized_keys' ? [...issue.path, ...issue.keys.slice(0, 1)] : (issue?.path ?? []);
  return refused('mappingFileField', keys.join('.'));
}

/** Brackets that stand open at once, outside of texts. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [bracket] of text.replace(/"[^"\\]*(?:\\.[^"\\]*)*"/g, '').matchAll(/[[\]{}]/g)) {
    depth += bracket === '[' || bracket === '{' ? 1 : -1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

function hasForbiddenName(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([key, child]) => isForbiddenName(key) || hasForbiddenName(child));
}
