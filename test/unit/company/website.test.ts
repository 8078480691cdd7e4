import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { compareWebsites, isSocialNetwork, preferredWebsite, websiteKey } from '../../../src/company/website.ts';

describe('what a website is compared by', () => {
  test.each([
    ['www.voorbeeld.be', 'voorbeeld.be'],
    ['voorbeeld.be', 'voorbeeld.be'],
    ['http://voorbeeld.be', 'voorbeeld.be'],
    ['https://voorbeeld.be', 'voorbeeld.be'],
    ['HTTPS://WWW.VOORBEELD.BE', 'voorbeeld.be'],
    ['https://www.voorbeeld.be/', 'voorbeeld.be'],
    ['voorbeeld.be///', 'voorbeeld.be'],
    ['https://voorbeeld.be:443/', 'voorbeeld.be'],
    ['  www.voorbeeld.be  ', 'voorbeeld.be'],
    ['voorbeeld.be/nl/', 'voorbeeld.be/nl'],
    ['voorbeeld.be/nl', 'voorbeeld.be/nl'],
    ['voorbeeld.be/NL', 'voorbeeld.be/NL'],
    ['voorbeeld.be?utm_source=x', 'voorbeeld.be'],
    ['voorbeeld.be/?utm_source=x&utm_medium=y&fbclid=z&gclid=1', 'voorbeeld.be'],
    ['voorbeeld.be/?lang=nl&utm_source=x', 'voorbeeld.be?lang=nl'],
    ['voorbeeld.be/a?b=1&c=2', 'voorbeeld.be/a?b=1&c=2'],
    ['voorbeeld.be?my_utm_x=1&nogclid=2', 'voorbeeld.be?my_utm_x=1&nogclid=2'],
    ['voorbeeld.be/#top', 'voorbeeld.be'],
    ['shop.voorbeeld.be', 'shop.voorbeeld.be'],
    ['wwwvoorbeeld.be', 'wwwvoorbeeld.be'],
    ['shop.www.voorbeeld.be', 'shop.www.voorbeeld.be'],
    ['bücher.be', 'xn--bcher-kva.be'],
    ['xn--bcher-kva.be', 'xn--bcher-kva.be'],
    ['a.be', 'a.be'],
    ['tiktok.com/@voorbeeld', 'tiktok.com/@voorbeeld'],
    ['', undefined],
    ['n/a', undefined],
    ['geen', undefined],
    ['-', undefined],
    ['info@voorbeeld.be', undefined],
    ['mailto:info@voorbeeld.be', undefined],
    ['www.voorbeeld.be of www.ander.be', undefined],
    ['https://', undefined],
    ['.be', undefined],
    ['voorbeeld.', undefined],
    ['1.2', undefined],
    ['192.168.1.1', undefined],
    ['ftp://voorbeeld.be', undefined],
    ['javascript:alert(1)', undefined],
    ['voor|beeld.be', undefined],
    [`voorbeeld.be/${'x'.repeat(1987)}`, `voorbeeld.be/${'x'.repeat(1987)}`],
    [`voorbeeld.be/${'x'.repeat(1988)}`, undefined],
  ])('%j: %j', (text, expected) => {
    expect(websiteKey(text)).toBe(expected);
  });

  test('scheme, www, case of the host and a last slash never count', () => {
    const host = fc.stringMatching(/^[a-z]{2,10}\.(?:be|com)$/);
    const scheme = fc.constantFrom('', 'http://', 'https://', 'HTTP://');
    fc.assert(
      fc.property(
        host,
        scheme,
        fc.constantFrom('', 'www.', 'WWW.'),
        fc.constantFrom('', '/'),
        (name, start, www, end) => {
          expect(websiteKey(start + www + name + end)).toBe(name);
          expect(websiteKey(start + www + name.toUpperCase() + end)).toBe(name);
        },
      ),
    );
  });
});

describe('social networks', () => {
  test.each([
    ['https://www.facebook.com/voorbeeld', true],
    ['nl-nl.facebook.com/voorbeeld', true],
    ['fb.me/voorbeeld', true],
    ['instagram.com/voorbeeld', true],
    ['https://be.linkedin.com/company/voorbeeld', true],
    ['x.com/voorbeeld', true],
    ['youtu.be/voorbeeld', true],
    ['pinterest.co.uk/voorbeeld', true],
    ['voorbeeld.business.site', true],
    ['www.voorbeeld.be', false],
    ['myfacebook.com', false],
    ['facebook.com.voorbeeld.be', false],
    ['voorbeeld.be/facebook.com', false],
    ['max.com', false],
    ['facebook', false],
  ])('%j: %s', (text, expected) => {
    expect(isSocialNetwork(text)).toBe(expected);
  });
});

describe('comparing websites', () => {
  test.each([
    ['www.voorbeeld.be', 'www.voorbeeld.be', 'same', 'www.voorbeeld.be'],
    [' www.voorbeeld.be', 'www.voorbeeld.be ', 'same', 'www.voorbeeld.be'],
    ['www.voorbeeld.be', 'https://voorbeeld.be/', 'spelling', 'https://voorbeeld.be/'],
    ['Voorbeeld.be', 'voorbeeld.be', 'spelling', 'voorbeeld.be'],
    ['voorbeeld.be', 'ander.be', 'different', 'ander.be'],
    ['voorbeeld.be/nl', 'voorbeeld.be', 'different', 'voorbeeld.be'],
    ['voorbeeld.be', 'voorbeeld.com', 'different', 'voorbeeld.com'],
    ['geen', 'voorbeeld.be', 'different', 'voorbeeld.be'],
    ['facebook.com/a', 'facebook.com/b', 'different', 'facebook.com/b'],
    ['facebook.com/a', 'voorbeeld.be', 'different', 'voorbeeld.be'],
    ['geen', 'facebook.com/a', 'different', 'facebook.com/a'],
  ])('%j against %j: %s, offered %j', (current, proposed, verdict, offered) => {
    expect(compareWebsites([current], [proposed])).toEqual({ verdict, proposed: offered });
  });

  it('never writes a profile over a domain', () => {
    expect(compareWebsites(['voorbeeld.be'], ['https://facebook.com/voorbeeld'])).toEqual({
      verdict: 'different',
      proposed: 'https://facebook.com/voorbeeld',
      reason: 'reasonSocialNetwork',
      shownOnly: true,
    });
  });

  it('finds AdminPulse’s website anywhere among those of the register', () => {
    expect(compareWebsites(['voorbeeld.be'], ['ander.be', 'https://www.voorbeeld.be'])).toEqual({
      verdict: 'spelling',
      proposed: 'https://www.voorbeeld.be',
    });
    expect(compareWebsites(['voorbeeld.be'], ['www.voorbeeld.be', 'https://voorbeeld.be'])?.proposed).toBe(
      'www.voorbeeld.be',
    );
    expect(compareWebsites(['voorbeeld.be'], ['ander.be', 'voorbeeld.be'])?.verdict).toBe('same');
    expect(compareWebsites(['ander.be', 'voorbeeld.be'], ['www.voorbeeld.be'])?.verdict).toBe('spelling');
  });

  it('offers a domain before a profile', () => {
    expect(preferredWebsite(['n/a', 'facebook.com/a', ' ander.be '])).toBe('ander.be');
    expect(preferredWebsite(['facebook.com/a', 'facebook.com/b'])).toBe('facebook.com/a');
    expect(preferredWebsite(['een.be', 'twee.be'])).toBe('een.be');
    expect(preferredWebsite(['n/a'])).toBeUndefined();
    expect(compareWebsites(['voorbeeld.be'], ['facebook.com/a', 'ander.be'])?.proposed).toBe('ander.be');
  });

  it('has nothing to say where the register has no website', () => {
    expect(compareWebsites(['voorbeeld.be'], [])).toBeUndefined();
    expect(compareWebsites(['voorbeeld.be'], ['info@voorbeeld.be'])).toBeUndefined();
    expect(compareWebsites(['n/a'], ['n/a'])).toBeUndefined();
  });
});
