import fc from 'fast-check';

/** Keys of the answers of both services, with what stands there instead. */
export type HostilePair = {
  readonly openthebox: Readonly<Record<string, unknown>>;
  readonly adminpulse: Readonly<Record<string, unknown>>;
};

const MARKUP = [
  '<script>window.pwned = 1</script>',
  '<img src=x onerror="window.pwned = 1">',
  '"><svg onload=window.pwned=1>',
  "javascript:window.pwned=1//'",
  '<iframe srcdoc="<script>parent.pwned=1</script>">',
  '{{constructor.constructor("window.pwned=1")()}}',
  '\u202eecilA\u202c \u2066x\u2069',
  '\u0000\u0001\ud800 alone \udfff',
  '__proto__',
  'constructor',
  '=HYPERLINK("https://x.example")',
];

const text = fc.oneof(
  { weight: 40, arbitrary: fc.constantFrom(...MARKUP) },
  { weight: 20, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 1, arbitrary: fc.constantFrom('x', '<b>x', 'é ').map((part) => part.repeat(100_000 / part.length)) },
);
/** What no field expects; own keys of these names only come out of a parser. */
const odd = fc.constantFrom<unknown>(
  null,
  -1,
  1e308,
  true,
  [],
  [[['deep']]],
  {},
  JSON.parse('{"__proto__": {"pwned": 1}, "constructor": "x", "toString": null}'),
);
const value = fc.oneof({ weight: 9, arbitrary: text }, { weight: 1, arbitrary: odd });

/** Keys of the two services' answers; the numbers stay, or it would be another company, which has its own test. */
const KEYS = {
  openthebox: [
    'nameNl',
    'nameFr',
    'street',
    'number',
    'box',
    'zipCode',
    'city',
    'website',
    'telephone',
    'juridicalForm',
  ],
  openthebox2: ['juridicalSituation', 'startDate', 'fiscalYearEnd', 'caption', 'type', 'periodEndDate'],
  adminpulse: ['name', 'displayName', 'legalForm', 'street', 'houseNumber', 'city', 'phone', 'website', 'language'],
  adminpulse2: ['foundingDate', 'endFinancialYear', 'handlingLevel', 'linkType', 'mobile', 'postalCode'],
} as const;

const some = (keys: readonly string[]) =>
  fc.dictionary(fc.constantFrom(...keys), value, { minKeys: 1, maxKeys: keys.length, noNullPrototype: true });

/** The same ones each time. */
export const hostilePairs = (count: number): readonly HostilePair[] =>
  fc.sample(
    fc.record({
      openthebox: some([...KEYS.openthebox, ...KEYS.openthebox2]),
      adminpulse: some([...KEYS.adminpulse, ...KEYS.adminpulse2]),
    }),
    { numRuns: count, seed: 20261124 },
  );
