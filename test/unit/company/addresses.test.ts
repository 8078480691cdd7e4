// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import manifest from '../../../manifest.json' with { type: 'json' };
import {
  ADMINPULSE_API_KEYS_PAGE,
  ADMINPULSE_ORIGINS,
  ADMINPULSE_PAGES,
  ADMINPULSE_START_PAGE,
  adminPulseRelationPage,
  opentheboxPage,
} from '../../../src/company/addresses.ts';
import { parseEnterpriseNumber } from '../../../src/company/enterprise-number.ts';
import { createButtons } from '../../../src/content/buttons.ts';

const NUMBER = parseEnterpriseNumber('0001.004.246');

describe('the addresses', () => {
  it('of a company in openthebox have its number in ten digits', () => {
    expect(NUMBER && opentheboxPage(NUMBER)).toBe('https://openthebox.be/company/BE0001004246');
  });

  it('of a company are the same on the buttons in AdminPulse’s pages, which have their own copy', () => {
    if (!NUMBER) throw new Error('no number');
    const texts = { openInOpenthebox: 'Open', pageGroup: '#' } as Parameters<typeof createButtons>[1];
    const { host } = createButtons({ number: NUMBER, code: undefined, compact: false }, texts);
    expect(host.shadowRoot?.querySelector('a')?.href).toBe(opentheboxPage(NUMBER));
  });

  it('of AdminPulse’s pages are those of the manifest', () => {
    expect(manifest.content_scripts[0]?.matches).toEqual(ADMINPULSE_PAGES);
    expect(manifest.host_permissions).toEqual(expect.arrayContaining([...ADMINPULSE_PAGES]));
  });

  it('of single pages of AdminPulse are on one of its hosts', () => {
    const pages = [ADMINPULSE_START_PAGE, ADMINPULSE_API_KEYS_PAGE, adminPulseRelationPage('APR 1/#')];
    for (const page of pages) expect(ADMINPULSE_ORIGINS).toContain(new URL(page).origin);
    expect(new URL(adminPulseRelationPage('APR 1/#')).hash).toBe('#/relations/APR%201%2F%23');
  });
});
