import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { compareWebsites, preferredWebsite, websiteKey } from '../../../src/company/website.ts';

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

describe('a page on a social network, which comes after a website of its own', () => {
  const OWN = 'www.eigen.be';

  test.each([
    'https://www.facebook.com/voorbeeld',
    'nl-nl.facebook.com/voorbeeld',
    'fb.me/voorbeeld',
    'instagram.com/voorbeeld',
    'https://be.linkedin.com/company/voorbeeld',
    'x.com/voorbeeld',
    'youtu.be/voorbeeld',
    'pinterest.co.uk/voorbeeld',
    'voorbeeld.business.site',
  ])('%j is one', (text) => {
    expect(preferredWebsite([text, OWN])).toBe(OWN);
  });

  test.each([
    'www.voorbeeld.be',
    'myfacebook.com',
    'facebook.com.voorbeeld.be',
    'voorbeeld.be/facebook.com',
    'max.com',
  ])('%j is none', (text) => {
    expect(preferredWebsite([text, OWN])).toBe(text);
  });
});

describe('comparing websites', () => {
  test.each([
    { current: 'www.voorbeeld.be', proposed: 'www.voorbeeld.be', verdict: 'same', offered: 'www.voorbeeld.be' },
    { current: ' www.voorbeeld.be', proposed: 'www.voorbeeld.be ', verdict: 'same', offered: 'www.voorbeeld.be' },
    {
      current: 'www.voorbeeld.be',
      proposed: 'https://voorbeeld.be/',
      verdict: 'spelling',
      offered: 'https://voorbeeld.be/',
    },
    { current: 'Voorbeeld.be', proposed: 'voorbeeld.be', verdict: 'spelling', offered: 'voorbeeld.be' },
    { current: 'voorbeeld.be', proposed: 'ander.be', verdict: 'different', offered: 'ander.be' },
    { current: 'voorbeeld.be/nl', proposed: 'voorbeeld.be', verdict: 'different', offered: 'voorbeeld.be' },
    { current: 'voorbeeld.be', proposed: 'voorbeeld.com', verdict: 'different', offered: 'voorbeeld.com' },
    { current: 'geen', proposed: 'voorbeeld.be', verdict: 'different', offered: 'voorbeeld.be' },
    { current: 'facebook.com/a', proposed: 'facebook.com/b', verdict: 'different', offered: 'facebook.com/b' },
    { current: 'facebook.com/a', proposed: 'voorbeeld.be', verdict: 'different', offered: 'voorbeeld.be' },
    { current: 'geen', proposed: 'facebook.com/a', verdict: 'different', offered: 'facebook.com/a' },
  ])('"$current" against "$proposed": $verdict, offered "$offered"', ({ current, proposed, verdict, offered }) => {
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
