import type { Comparison } from './comparison.ts';
import { tidy } from './folding.ts';

/** Addresses that are longer are not a company's website. In characters. */
const MAX_LENGTH = 2000;

/** Pages on these hosts are a profile, not a website of the company's own. */
const SOCIAL_NETWORKS =
  /(?:^|\.)(?:facebook\.com|fb\.com|fb\.me|instagram\.com|linkedin\.com|twitter\.com|x\.com|youtube\.com|youtu\.be|tiktok\.com|pinterest\.[a-z.]+|linktr\.ee|threads\.net|business\.site)$/;

const TRACKING = /^(?:utm_|fbclid$|gclid$)/;

type Website = {
  readonly text: string;
  readonly key: string;
  readonly isSocial: boolean;
};

/**
 * What a website is compared by: its host without `www.`, its path if it has one, and its query without tracking. The
 * scheme, the case of the host and a last slash do not count. `undefined` for what is no website ("n/a", an e-mail
 * address).
 */
export function websiteKey(text: string): string | undefined {
  return parseWebsite(text)?.key;
}

/** The website to offer of several: the first that is the company's own, else the first. */
export function preferredWebsite(websites: readonly string[]): string | undefined {
  return preferredOf(websites.flatMap((text) => parseWebsite(text) ?? []))?.text;
}

/**
 * Compares AdminPulse's websites with the register's: equal if one of its own is among them. `undefined` if the register
 * has no website. A social network's page is never written in the place of a domain.
 */
export function compareWebsites(
  current: readonly string[],
  proposed: readonly string[],
): Comparison<string> | undefined {
  const [first = '', ...others] = current;
  const text = tidy(first);
  const offered = proposed.flatMap((website) => parseWebsite(website) ?? []);
  const preferred = preferredOf(offered);
  if (preferred === undefined) return undefined;
  if (offered.some((website) => website.text === text)) return { verdict: 'same', proposed: text };
  const raw = parseWebsite(text);
  const keys = new Set([raw?.key, ...others.map(websiteKey)]);
  const equal = offered.find(({ key }) => keys.has(key));
  if (equal) return { verdict: 'spelling', proposed: equal.text };
  const different = { verdict: 'different', proposed: preferred.text } as const;
  const replacesDomain = preferred.isSocial && raw?.isSocial === false;
  return replacesDomain ? { ...different, reason: 'reasonSocialNetwork', shownOnly: true } : different;
}

function preferredOf(websites: readonly Website[]): Website | undefined {
  return websites.find(({ isSocial }) => !isSocial) ?? websites[0];
}

function parseWebsite(website: string): Website | undefined {
  const text = tidy(website);
  const address = text.replace(/^https?:\/\//i, '');
  const [host = ''] = address.split(/[/?#]/, 1);
  if (address.length > MAX_LENGTH || host.includes('@') || address.includes(' ')) return undefined;
  // A name has a dot, and does not end in a number as the addresses of machines do.
  if (!/[^.]\.[^.\d]/.test(host) || !URL.canParse(`https://${address}`)) return undefined;
  const url = new URL(`https://${address}`);
  const name = url.hostname.replace(/^www\./, '');
  return {
    text,
    key: name + withoutLastSlashes(url.pathname) + queryOf(url),
    isSocial: SOCIAL_NETWORKS.test(name),
  };
}

function queryOf(url: URL): string {
  const query = [...url.searchParams].filter(([name]) => !TRACKING.test(name));
  return query.length > 0 ? `?${query.map((pair) => pair.join('=')).join('&')}` : '';
}

function withoutLastSlashes(path: string): string {
  let end = path.length;
  while (path[end - 1] === '/') end -= 1;
  return path.slice(0, end);
}
