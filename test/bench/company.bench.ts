/**
 * Measures the company layer: `node test/bench/company.bench.ts`. Prints one line per measure; exits with 1 when
 * `diffCompanies` is slower than its goal. Times are of the processor, so that other work on the machine is not counted.
 */
import { build } from 'vite';
import type { Address, Company, Language, Service } from '../../src/company/company.ts';
import { diffCompanies } from '../../src/company/diff.ts';
import { type EnterpriseNumber, findEnterpriseNumbers } from '../../src/company/enterprise-number.ts';

/** Diffs per second on one core. */
const GOAL = 20_000;

const MODULES = [
  'enterprise-number',
  'address-format',
  'legal-form',
  'juridical-situation',
  'phone',
  'diff',
  'foreign-vat',
];

const PAGE_LINES = [
  'Voorbeeld BV, Kerkstraat 12 bus 3, 9000 Gent, tel. 09/234.56.78, www.voorbeeld.be\n',
  'IBAN BE68 5390 0754 7034, mededeling +++090/9337/55493+++, vestiging 2.190.171.611\n',
  'De rekeningen van het boekjaar 2024 zijn neergelegd op 30/06/2025 onder 2025-00123456\n',
];

bench('findEnterpriseNumbers, a text without numbers', 'MB/s', () => megabytesPerSecond(PAGE_LINES.join('')));
bench('findEnterpriseNumbers, a number in each line', 'MB/s', () =>
  megabytesPerSecond(PAGE_LINES.map((line) => `BE 0123.456.749 ${line}`).join('')),
);
const diffs = bench('diffCompanies', 'diffs/s', diffsPerSecond);
for (const module of MODULES) console.log(`${module}: ${await minifiedSize(module)} bytes minified`);
if (diffs < GOAL) {
  console.error(`diffCompanies: ${GOAL} diffs/s is the goal.`);
  process.exitCode = 1;
}

function bench(name: string, unit: string, measure: () => number): number {
  const best = Math.max(...Array.from({ length: 5 }, measure));
  console.log(`${name}: ${Math.round(best).toLocaleString('en')} ${unit}`);
  return best;
}

function megabytesPerSecond(line: string): number {
  const text = line.repeat(Math.ceil(2_000_000 / line.length));
  return text.length / 1e6 / secondsOf(() => findEnterpriseNumbers(text));
}

function diffsPerSecond(): number {
  const pairs = samples();
  const rounds = 1_000;
  const seconds = secondsOf(() => {
    for (let round = 0; round < rounds; round += 1)
      for (const [current, proposed] of pairs) diffCompanies(current, proposed);
  });
  return (rounds * pairs.length) / seconds;
}

function secondsOf(work: () => void): number {
  const start = process.cpuUsage();
  work();
  return process.cpuUsage(start).user / 1e6;
}

/** Relations as an office has them: most agree with the register, some in another spelling, some do not. */
function samples(): readonly (readonly [Company, Company])[] {
  const street: Address = { street: 'Kerkstraat', number: '12', box: '3', postalCode: '9000', municipality: 'Gent' };
  const register = company('openthebox', {
    name: [{ value: 'VOORBEELD', language: 'nl' }],
    legalForm: '610',
    website: ['www.voorbeeld.be'],
    address: [{ value: street, language: 'nl' }],
    phone: ['09/234.56.78'],
  });
  const equal = company('adminpulse', { ...register, name: [{ value: 'Voorbeeld' }], legalForm: 'BV', language: 'nl' });
  const spelled = company('adminpulse', {
    ...equal,
    name: [{ value: 'Voorbeeld BVBA' }],
    legalForm: 'BVBA',
    website: ['https://voorbeeld.be/'],
    address: [{ value: { ...street, street: 'Kerkstr.', municipality: 'Gand' } }],
    phone: ['+32 9 234 56 78'],
  });
  const different = company('adminpulse', {
    ...equal,
    name: [{ value: 'Ander' }],
    legalForm: 'NV',
    website: ['www.ander.be'],
    address: [{ value: { ...street, street: 'Nieuwstraat' } }],
    phone: ['0471 19 33 76'],
  });
  const empty = company('adminpulse', { name: [{ value: 'Voorbeeld' }] });
  return [equal, equal, equal, equal, equal, equal, spelled, spelled, different, empty].map((current) => [
    current,
    register,
  ]);
}

function company(service: Service, facts: Partial<Company> & { readonly language?: Language }): Company {
  return {
    enterpriseNumber: '0001000088' as EnterpriseNumber,
    incorporationDate: '2019-05-14',
    fiscalYearEnd: '12-31',
    ...facts,
    provenance: { service, retrievedAt: '2026-01-02T10:00:00.000Z', paths: {}, unreadable: [] },
  };
}

/** The bytes that a module and all that it imports add to a bundle. */
async function minifiedSize(module: string): Promise<number> {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: true,
      lib: {
        entry: new URL(`../../src/company/${module}.ts`, import.meta.url).pathname,
        formats: ['iife'],
        name: 'measured',
        fileName: module,
      },
    },
  });
  const [output] = [result].flat();
  if (!output || !('output' in output)) throw new Error(`${module} was not built`);
  return output.output.reduce((sum, file) => sum + (file.type === 'chunk' ? Buffer.byteLength(file.code) : 0), 0);
}
