/**
 * Compares a published API description, saved as JSON, with what the product assumes (the profiles in src/adminpulse and
 * src/openthebox), and prints where they agree, differ or lack something. Run by `npm run contract -- FILE`.
 * Exit code: 0 all agrees, 1 something differs or is missing, 2 the file cannot be read.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { report } from './contract/report.ts';
import { Unreadable } from './contract/unreadable.ts';

type Outcome = { readonly text: string; readonly exitCode: 0 | 1 | 2 };

export function contract(file: string | undefined): Outcome {
  if (file === undefined) return { text: 'Which file? npm run contract -- FILE', exitCode: 2 };
  try {
    const { text, agrees } = report(read(file));
    return { text, exitCode: agrees ? 0 : 1 };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { text: `${file} cannot be compared. ${error.message}`, exitCode: 2 };
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new Unreadable(reason === 'ENOENT' ? 'There is no such file.' : `It cannot be opened (${reason}).`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { text, exitCode } = contract(process.argv[2]);
  (exitCode === 2 ? console.error : console.log)(text);
  process.exitCode = exitCode;
}
