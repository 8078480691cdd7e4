import type { Language, Version } from './company.ts';

/** The version in a language, else one without a language, else the first: the source's own preference. */
export function preferredVersion<T>(
  versions: readonly Version<T>[],
  language: Language | undefined,
): Version<T> | undefined {
  return versions.find((version) => version.language === language) ?? versions[0];
}

/** All versions, one of them first. */
export function versionsFrom<T>(first: Version<T>, versions: readonly Version<T>[]): readonly Version<T>[] {
  return [first, ...versions.filter((version) => version !== first)];
}
