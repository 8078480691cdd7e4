import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { report } from '../../../scripts/contract/report.ts';
import { contract } from '../../../scripts/contract.ts';

/** The samples are made up (see their README); no published document is among them. */
const sample = (name: string) => join(import.meta.dirname, 'contract-samples', `${name}.json`);
const text = (name: string) => readFileSync(sample(name), 'utf8');

/** The lines of a report, without the space before the verdict's text. */
const linesOf = (printed: string) => printed.split('\n').map((line) => line.trim().replace(/\s+/g, ' '));
const printedFor = (name: string) => linesOf(report(text(name)).text);

describe('a document that agrees with the profile', () => {
  it.each(['adminpulse-agrees', 'openthebox-agrees'])(
    '%s: nothing differs, nothing is missing, exit code 0',
    (name) => {
      const outcome = contract(sample(name));
      expect(linesOf(outcome.text).filter((line) => /^(?:differs|missing)/.test(line))).toEqual([]);
      expect(outcome).toMatchObject({ exitCode: 0, text: expect.stringMatching(/\d\d agree, 0 differ, 0 missing$/) });
    },
  );

  it('says for each of the ten fields of a relation where it stands, with its example', () => {
    expect(printedFor('adminpulse-agrees')).toEqual(
      expect.arrayContaining([
        'AdminPulse: Postman collection "AdminPulse", 6 calls',
        'agrees list: query parameter vatNumber ("0001004246")',
        'agrees update: PUT /relations/{uniqueIdentifier}',
        'agrees read: {uniqueIdentifier} ("APR00001") is the uniqueIdentifier',
        'agrees name: $.name ("Bakkerij Voorbeeld")',
        'agrees legalForm: $.legalForm ("BV")',
        'agrees enterpriseNumber: $.enterpriseNumber ("0001.004.246")',
        'agrees vatNumber: $.vatNumber ("BE0001004246")',
        'agrees website: $.website ("www.voorbeeld.example")',
        'agrees phone: $.phone ("09 000 00 00")',
        'agrees incorporationDate: $.foundingDate ("2019-05-14T00:00:00")',
        'agrees fiscalYearEnd: $.endFinancialYear ("31/12")',
        'agrees linkedRelations: $.tos ([{"linkType":4,"uniqueIdentifier":"APR00002"}])',
        'agrees parts of the address: street in street, number in number, box in box, postalCode in postalCode, municipality in city, country in country',
      ]),
    );
  });

  it('follows $refs, and a schema that contains itself ends there', () => {
    expect(printedFor('openthebox-agrees')).toEqual(
      expect.arrayContaining([
        'openthebox: OpenAPI 3.0.3 "openthebox", 6 calls',
        'agrees graph: GET /api/graph/neighbourhood/{type}/{id}/{language}',
        'agrees graph: query parameter hops (1)',
        'agrees enterpriseNumber: $.vat ("BE0001004246")',
        'agrees fiscalYearEnd: $.periodEndDate',
        'agrees linkedRelations: name: $[*].data.caption',
      ]),
    );
  });

  it('shows the date formats and the values of enumerations, from examples, schemas and descriptions', () => {
    expect([...printedFor('adminpulse-agrees'), ...printedFor('openthebox-agrees')]).toEqual(
      expect.arrayContaining([
        'note read, answer $.foundingDate: in examples: date YYYY-MM-DDT00:00:00',
        'note read, answer $.tos[*].linkType: in examples: 4',
        'note update, body (request): described: `status`: 0 = customer, 1 = prospect, 2 = own company',
        'note company, answer $.juridicalForm: schema: one of "610", "014", "017"',
        'note company, answer $.startDate: schema: format date',
        'note search, parameter language: "nl", "fr", "en", "de"',
      ]),
    );
  });
});

describe('a document that differs from the profile', () => {
  it('exits with 1', () => {
    expect(contract(sample('adminpulse-differs')).exitCode).toBe(1);
    expect(contract(sample('openthebox-differs')).exitCode).toBe(1);
  });

  it.each([
    [
      'a verb and a path',
      'differs update: the profile has PUT /relations/{id}, the document PATCH /v1/relations/{relationId}',
    ],
    ['a query parameter in another spelling', 'differs list: query parameter pageSize is PageSize in the document'],
    ['a query parameter that is not there', 'missing list: query parameter vatNumber'],
    ['the parameters that are there', 'the document has: page, PageSize, number, companyId'],
    [
      'a required query parameter',
      'differs list: the document requires the query parameter companyId, which is not sent',
    ],
    [
      'another id',
      'differs update: {relationId} ("7b0c6a52-3f2e-4a55-9d5c-08dd00000001") is a GUID; the profile sends the uniqueIdentifier first, and the id on 404',
    ],
    ['another form of the list', 'differs the profile reads results and pageCount, the document has items, total'],
    ['another key', 'differs incorporationDate: the document has $.dateOfFoundation ("14052019")'],
    [
      'an address that is none',
      'differs address: the document has $.webAddress ("www.voorbeeld.example"), $.seat ({"streetLine":"Kerkstraat 12","zip":"9000","city":"Gent"}), $.seat.streetLine ("Kerkstraat 12")',
    ],
    ['a later candidate', 'agrees name: $.officialName ("Bakkerij Voorbeeld")'],
    [
      'a required key of a field',
      'differs update: the document requires officialName, which is sent only when its field is ticked',
    ],
    ['a required key of no field', 'differs update: the document requires rowVersion, which is never sent'],
    ['a key that is required to create', 'differs create: the document requires dossierManager, which is never sent'],
    ['a date format', 'note update, body (request): described: Dates are ddMMyyyy.'],
  ])('AdminPulse: says so of %s', (_, line) => {
    expect(printedFor('adminpulse-differs')).toContain(line);
  });

  it.each([
    [
      'a path',
      'differs search: the profile has GET /api/entities/search/{query}/{language}, the document GET /api/v2/entities/search/{query}/{lang}',
    ],
    ['a required key', 'differs token: the document requires scope, which is never sent'],
    ['another key', 'differs name: the document has $.corporateName'],
    ['a field without anything like it', 'missing phone: the document has nothing like it'],
    ['an address in other parts', 'differs parts of the address: postalCode in zipCode, municipality in city'],
    ['a call that is not there', 'missing graph: GET /api/graph/neighbourhood/Company/{vat}/{language}'],
  ])('openthebox: says so of %s', (_, line) => {
    expect(printedFor('openthebox-differs')).toContain(line);
  });

  it('a key that the optional key says is not required is not asked for', () => {
    expect(report(text('adminpulse-differs')).text).not.toContain('requires companyId,');
  });

  it('one other verb is enough', () => {
    const { text: printed, agrees } = report(text('adminpulse-agrees').replace('"PUT"', '"PATCH"'));
    expect(linesOf(printed)).toContain(
      'differs update: the profile has PUT /relations/{id}, the document PATCH /relations/{uniqueIdentifier}',
    );
    expect(agrees).toBe(false);
  });

  it('a channel is found by each type that the schema allows', () => {
    const type = { type: 'string', enum: ['Email', 'Website'] };
    const items = { type: 'object', properties: { type, value: { type: 'string', example: 'voorbeeld.example' } } };
    const schema = { type: 'object', properties: { communications: { type: 'array', items } } };
    const read = { get: { responses: { 200: { content: { 'application/json': { schema } } } } } };
    const document = { openapi: '3.0.0', info: { title: 'AdminPulse' }, paths: { '/relations/{id}': read } };
    expect(linesOf(report(JSON.stringify(document)).text)).toContain(
      'agrees website: $.communications[?…].value ("voorbeeld.example")',
    );
  });

  it('a field that is read under one key and written under another differs', () => {
    const update = JSON.parse(text('adminpulse-agrees'));
    const { body } = update.item[0].item[2].request;
    body.raw = body.raw.replace('foundingDate', 'incorporationDate');
    expect(linesOf(report(JSON.stringify(update)).text)).toEqual(
      expect.arrayContaining([
        'differs incorporationDate: the document has $.incorporationDate ("2019-05-14T00:00:00")',
        'read from, and so written to: $.foundingDate',
      ]),
    );
  });
});

describe('what the values of the examples show', () => {
  it('stands beside what the names find, and counts for neither verdict', () => {
    expect(printedFor('adminpulse-agrees')).toEqual(
      expect.arrayContaining([
        'What the values of the examples show',
        'note incorporationDate: name and values agree on $.foundingDate ("2019-05-14T00:00:00")',
        'note legalForm: name and values agree on $.legalForm ("BV")',
      ]),
    );
  });

  it.each([
    [
      'a key that no candidate has',
      `note incorporationDate: by name not found, by values $.dateOfFoundation ("14052019")`,
    ],
    [
      'an item of a list',
      `note phone: by name not found, by values $.contactPoints[?@.kind=='Phone'].telephoneNo ("09 000 00 00")`,
    ],
    ['what neither finds', 'note fiscalYearEnd: found neither by name nor by values'],
  ])('finds %s', (_, line) => {
    expect(printedFor('adminpulse-differs')).toContain(line);
  });

  it('is compared for openthebox too', () => {
    expect(printedFor('openthebox-differs')).toContain('note address: by name $.address, by values not found');
  });
});

describe('a document without an endpoint', () => {
  it('names the call that is missing, and what is near it', () => {
    expect(contract(sample('adminpulse-missing')).exitCode).toBe(1);
    expect(printedFor('adminpulse-missing')).toEqual(
      expect.arrayContaining([
        'missing update: PUT /relations/{id}',
        'the document has: GET /relations, GET /relations/{uniqueIdentifier}, GET /relations/invoiceschedules',
        'note GET /relations/invoiceschedules',
        'missing create: POST /relations',
        expect.stringMatching(/^\d+ agree, 0 differ, 2 missing$/),
      ]),
    );
  });
});

describe('a document with a longer name in the place of an id', () => {
  it('has no call to read one relation', () => {
    const collection = JSON.parse(text('adminpulse-missing'));
    collection.item.splice(1, 1);
    expect(linesOf(report(JSON.stringify(collection)).text)).toContain('missing read: GET /relations/{id}');
  });
});

describe('a file that is no API description of the two services', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'contract-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function outcomeOf(content: string) {
    const file = join(folder, 'file');
    writeFileSync(file, content);
    return contract(file);
  }

  const openApi = (paths: unknown, rest: object = {}) =>
    JSON.stringify({ openapi: '3.0.0', info: { title: 'openthebox' }, paths, ...rest });
  const company = (schema: unknown) => ({
    '/api/companies/{vat}': { get: { responses: { 200: { content: { 'application/json': { schema } } } } } },
  });

  it.each([
    ['no JSON', 'x'.repeat(1_000_000), 'It is not JSON.'],
    ['nothing', '', 'It is not JSON.'],
    ['HTML', '<!doctype html><title>Sign in</title>', 'It is not JSON.'],
    ['YAML', '# our API\nopenapi: 3.0.0\n', 'It is YAML: save or convert it as JSON.'],
    ['null', 'null', 'neither a Postman collection v2 nor an OpenAPI 3 or Swagger 2 file'],
    ['other JSON', '{"name": "package", "paths": {}}', 'neither a Postman collection v2 nor an OpenAPI 3'],
    ['a megabyte of another list', JSON.stringify(Array(250_000).fill(null)), 'neither a Postman collection v2'],
    ['a megabyte of brackets', '['.repeat(500_000) + ']'.repeat(500_000), 'nested deeper than 100 levels'],
    ['more than any collection', `"${'x'.repeat(20_000_001)}"`, 'larger than 20000000 characters'],
    ['a prototype key', '{"openapi": "3.0.0", "paths": {"__proto__": {"get": {}}}}', 'a key __proto__'],
    [
      'an API of somebody else',
      JSON.stringify({ openapi: '3.0.0', paths: { '/pets': { get: {} } } }),
      'neither that of AdminPulse nor that of openthebox',
    ],
    [
      'a $ref in a circle',
      openApi(company({ $ref: '#/components/schemas/A' }), {
        components: { schemas: { A: { $ref: '#/components/schemas/B' }, B: { $ref: '#/components/schemas/A' } } },
      }),
      'refers to itself in a circle',
    ],
    ['a $ref to nowhere', openApi(company({ $ref: '#/constructor' })), 'Its $ref #/constructor leads nowhere.'],
    ['a $ref to another file', openApi(company({ $ref: 'company.json' })), 'leads out of the file'],
  ])('%s: is refused with its reason, exit code 2', (_, content, reason) => {
    const { text: printed, exitCode } = outcomeOf(content);
    expect(printed).toContain(reason);
    expect(exitCode).toBe(2);
  });

  it('a file that is not there, and none at all', () => {
    expect(contract(join(folder, 'none'))).toMatchObject({
      exitCode: 2,
      text: expect.stringContaining('no such file'),
    });
    expect(contract(folder)).toMatchObject({ exitCode: 2, text: expect.stringContaining('EISDIR') });
    expect(contract(undefined)).toMatchObject({ exitCode: 2, text: expect.stringContaining('Which file?') });
  });

  it('schemas that refer to each other without end are cut off', () => {
    const names = Array.from({ length: 30 }, (_, index) => `S${index}`);
    const schemas = Object.fromEntries(
      names.map((name, index) => {
        const next = { $ref: `#/components/schemas/${names[index + 1] ?? name}` };
        return [name, { allOf: [next, next], properties: { a: next, b: next }, required: [`key${index}`] }];
      }),
    );
    expect(outcomeOf(openApi(company({ $ref: '#/components/schemas/S0' }), { components: { schemas } })).exitCode).toBe(
      1,
    );
  });

  it.each([
    [
      'Postman',
      {
        info: { name: 'AdminPulse', schema: 'https://schema.getpostman.com/json/collection/v2.1.0/' },
        item: [null, 1, {}, { request: 5 }, { request: { url: null } }, { item: {} }],
      },
    ],
    [
      'OpenAPI',
      {
        openapi: '3.1.0',
        info: { title: 'openthebox' },
        paths: {
          '/a': null,
          '/b': { get: 3, parameters: {} },
          '/oauth/token': { post: { parameters: [1], requestBody: 'x', responses: [] } },
        },
      },
    ],
  ])('%s with nonsense where something should be: the nonsense is passed over', (_, document) => {
    expect(outcomeOf(JSON.stringify(document))).toMatchObject({ exitCode: 1, text: expect.stringMatching(/missing$/) });
  });

  it('what is printed cannot command a terminal', () => {
    const printed = outcomeOf(openApi({}, { info: { title: 'openthebox \u001b[2J\u009b\u202e' } })).text;
    expect(printed).toContain('openthebox');
    expect(printed.replaceAll('\n', '')).not.toMatch(/\p{Cc}|\p{Cf}/u);
  });
});
