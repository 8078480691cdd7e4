import browser from 'webextension-polyfill';
import type { Failure, UnexpectedError } from '../messages/index.ts';

/**
 * What support needs to find a defect, as plain text in English: the product's version, the browser, what failed, and where in
 * our files. It holds no data of a client, no credential, and nothing that the browser or a service said.
 */
export function supportReport(errors: readonly UnexpectedError[], failure?: Failure): string {
  return [
    `openthebox for AdminPulse ${browser.runtime.getManifest().version}`,
    navigator.userAgent,
    ...(failure === undefined ? [] : [`Failure: ${nameOf(failure)}`]),
    ...(errors.length === 0 ? ['No error was recorded.'] : errors.flatMap(linesOf)),
  ].join('\n');
}

/** Of an internal failure's detail, its first word: an error's name, or that of a message; what follows may be anything. */
function nameOf(failure: Failure): string {
  if (failure.kind !== 'internal') return failure.kind;
  const [name = ''] = /^[\w$]*/.exec(failure.detail) ?? [];
  return [failure.kind, name, ...(failure.unanswered ? ['unanswered'] : [])].filter((part) => part !== '').join(' ');
}

function linesOf({ name, positions, version, at, count }: UnexpectedError): string[] {
  return [`${name} (version ${version}, ${count} times, last at ${at})`, ...positions.map((one) => `  at ${one}`)];
}
