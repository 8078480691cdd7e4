import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { masked } from '../../../../src/background/mapping/masked/masked-answer.ts';
import { isVocabulary } from '../../../../src/background/mapping/masked/vocabulary.ts';
import { generateOffice } from '../../../sandbox/shapes/generated/office/office.ts';
import { generateShape } from '../../../sandbox/shapes/generated/shapes.ts';

const ofRelation = (answer: unknown) => masked(answer, 'adminpulse');
const textOf = (answer: unknown) => JSON.stringify(ofRelation(answer));

describe('a masked answer', () => {
  it('keeps keys, types and the pattern of values, and no letter or digit of them', () => {
    expect(ofRelation({ naam: 'Éva X. 12', ...{ n: 1234, d: -0.5, ja: true, leeg: null, lijst: ['12 234'] } })).toEqual(
      {
        naam: 'Xxx X. 00',
        n: 1000,
        d: -1,
        ja: true,
        leeg: null,
        lijst: ['00 000'],
      },
    );
  });

  it.each([
    ['0001.004.246', '<enterprise number: 0123.456.749> 0000.000.000'],
    ['BE 0001.004.246', '<enterprise number: BE 0123.456.749> XX 0000.000.000'],
    [1_004_246, '<JSON number, enterprise number: number> 0000000'],
    ['14/05/2019', '<date: DD/MM/YYYY> 00/00/0000'],
    [1_557_784_800_000, '<JSON number, date: epoch milliseconds> 0000000000000'],
    ['31/12', '<day and month: DD/MM> 00/00'],
    ['+32 9 234 56 78', '<phone> +32 0 000 00 00'],
    ['https://www.peeters.example/', '<website> https://www.xxxxxxx.xxxxxxx/'],
    ['an.peeters@peeters.example', '<e-mail> xx.xxxxxxx@xxxxxxx.xxxxxxx'],
    ['BV', '<legal form: abbreviation> XX'],
    ['610', '<legal form: code> 000'],
    ['nl', '<language> xx'],
    ['APR00510', '<relation code> XXX00000'],
    ['0c6a5f1e-3f2e-4a55-9d5c-08dd00000001', '<GUID> '],
  ])('says of %s what it is: %s', (value, said) => {
    expect(ofRelation({ key: value })).toEqual({ key: said });
  });

  it('says which values are the parts of an address', () => {
    const answer = { adres: { straat: 'Kerkstraat', huisnummer: '12', postcode: 9000, gemeente: 'Gent' } };
    expect(ofRelation(answer)).toEqual({
      adres: {
        straat: '<address 1: street> Xxxxxxxxxx',
        huisnummer: '<address 1: number> 00',
        postcode: '<JSON number, address 1: postalCode> 0000',
        gemeente: '<address 1: municipality> Xxxx',
      },
    });
  });

  it('keeps known words that tell the items of a list apart, and numbers others', () => {
    const list = (kinds: readonly unknown[]) => ({ lijst: kinds.map((soort) => ({ soort, waarde: 'Jan' })) });
    const kindsOf = (kinds: readonly unknown[]) =>
      (ofRelation(list(kinds)) as { lijst: { soort: unknown }[] }).lijst.map(({ soort }) => soort);
    expect(kindsOf(['SEAT', 'Siège social', 'fr'])).toEqual(['SEAT', 'Siège social', 'fr']);
    expect(kindsOf(['Foo', 'Bar', 'Foo'])).toEqual(['<kind 1> Xxx', '<kind 2> Xxx', '<kind 1> Xxx']);
    expect(kindsOf([7, 30])).toEqual([1, 2]);
  });

  it.each([
    ['numbers', { '0001.004.246': { a: 1 } }],
    ['e-mail addresses', { 'an@peeters.example': 1 }],
    ['phones', { '+32 9 234 56 78': 1 }],
    ['dates', { '2019-05-14': 1 }],
    ['codes', { APR00510: 1, KL12345: 2 }],
    ['names', { Peeters: { rol: 'x', tel: 1 }, Janssens: { rol: 'y', tel: 2 } }],
    ['names with a phone each', { Peeters: '09 234 56 78', Janssens: '09 234 56 79' }],
    ['names in words', { 'An Peeters': 1 }],
    ['a word of a value', { contact: { Peeters: 1 }, naam: 'Bakkerij Peeters' }],
  ])('masks keys that are data: %s', (_, answer) => {
    const said = textOf(answer);
    for (const key of Object.keys({ ...answer, ...('contact' in answer && answer.contact) })) {
      if (!['contact', 'naam'].includes(key)) expect(said).not.toContain(key);
    }
    expect(said).toContain('<key ');
  });

  it('stays small, however large the answer', () => {
    const wide = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`k${index}`, 'x'.repeat(10_000)]));
    const deep = JSON.parse(`${'{"a":'.repeat(500)}1${'}'.repeat(500)}`);
    expect(textOf(wide).length).toBeLessThan(60_000);
    expect(textOf(deep).length).toBeLessThan(200);
    expect(textOf(JSON.parse('{"__proto__": {"x": 1}, "constructor": 1}'))).toBe('{}');
  });
});

/** Values of four characters or more, the keys of objects not among them. */
function valuesOf(answer: unknown): readonly string[] {
  if (typeof answer === 'object' && answer !== null) return Object.values(answer).flatMap(valuesOf);
  return typeof answer === 'string' || typeof answer === 'number' ? [String(answer)] : [];
}

/** What a masked text has whatever the answer says: tags, known words, and patterns of what looks like one. */
const SAYS_NOTHING = /^[xX0·\s.,;:/\\()[\]+\-'"&@#*<>|=?!_]*$|^10*$|^-?1$/;
const VOCABULARY = new Set(
  'Zetel Correspondentie Vestiging SEAT CORRESPONDENCE BRANCH Courrier Exploitation Telefoon E-mail Website PHONE MOBILE EMAIL POBOX Téléphone Portable Courriel Site Postbus REGO BAET'
    .split(' ')
    .concat('Siège social', 'phone', 'mobile', 'email', 'website'),
);

function leaks(answer: unknown, masked: string): readonly string[] {
  // The keys stay: they say nothing of anybody.
  const values = new Set(valuesOf(answer).filter((value) => value.length >= 4));
  const shown = new Set(valuesOf(JSON.parse(masked)));
  const words = [...shown].map((text) => text.replace(/^<[^>]*> (?:\+32|0032)?/, ''));
  return [...values].filter(
    (value) =>
      !SAYS_NOTHING.test(value) &&
      !VOCABULARY.has(value) &&
      !isVocabulary(value) &&
      words.some((text) => text.includes(value)),
  );
}

describe('no value of the answer stands in its mask', () => {
  it.each(Array.from({ length: 30 }, (_, index) => index))('in the shape of seed %i', (seed) => {
    const shape = generateShape(seed);
    const { relations, register } = generateOffice(seed, 4);
    for (const relation of relations) {
      const answer = shape.adminpulse.single(relation);
      expect(leaks(answer, JSON.stringify(masked(answer, 'adminpulse')))).toEqual([]);
    }
    for (const company of register.companies.values()) {
      const answer = shape.openthebox.answer(company, register);
      expect(leaks(answer, JSON.stringify(masked(answer, 'openthebox')))).toEqual([]);
    }
  });

  it('whatever stands in it', () => {
    const hostile = fc.oneof(
      fc.string({ minLength: 4, unit: 'grapheme' }),
      fc.emailAddress(),
      fc.webUrl(),
      fc.uuid(),
      fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
      fc.constantFrom('__proto__', '<date: DD/MM/YYYY> Peeters', '<kind 1> Peeters', '<b>Peeters</b>', '\u202ePeeters'),
      fc.constantFrom('Peeters', 'An', '0001.004.246', 'Kerkstraat 12, 9000 Gent', 'BE0001004246', '0471 25 17 34'),
      fc.integer(),
      fc.double(),
    );
    const answers = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 5 },
        hostile,
        fc.array(tie('value'), { maxLength: 5 }),
        fc.dictionary(fc.oneof(fc.constantFrom('naam', 'type', 'adres', 'tel'), fc.string()), tie('value')),
      ),
    })).value;
    fc.assert(
      fc.property(answers, (answer) => {
        expect(leaks(answer, textOf(answer))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
