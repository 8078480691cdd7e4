import type { Endpoint } from './document.ts';
import type { Section } from './finding.ts';
import type { ProfileCall } from './match.ts';

/** The document's endpoint of each of the profile's calls that it has. */
export type Matches = Readonly<Record<string, Endpoint | undefined>>;

/** What the product assumes of one service, from its profile. */
export type Contract = {
  readonly service: string;
  /** In the addresses or the title of the service's documents. */
  readonly host: RegExp;
  /** A word in the paths of the things that it is about. */
  readonly resource: RegExp;
  readonly calls: Readonly<Record<string, ProfileCall>>;
  /** What is compared beside the calls. */
  readonly sections: (matches: Matches) => readonly Section[];
};
