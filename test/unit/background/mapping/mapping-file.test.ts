import { describe, expect, it } from 'vitest';
import { readMappingFile } from '../../../../src/background/mapping/mapping-file.ts';

const file = (changes: object = {}) =>
  JSON.stringify({ version: 1, adminpulse: { name: '$.benaming' }, openthebox: { name: '$.naam' }, ...changes });

const nested = (depth: number) => `{"version":1,"adminpulse":${'['.repeat(depth)}${']'.repeat(depth)},"openthebox":{}}`;

describe('a mapping file', () => {
  it('that was exported is taken as it is', () => {
    expect(readMappingFile(file())).toEqual({
      ok: true,
      overrides: { version: 1, adminpulse: { name: '$.benaming' }, openthebox: { name: '$.naam' } },
    });
  });

  it.each<[string, string, string, string?]>([
    ['broken', file().slice(0, -4), 'mappingFileNotJson'],
    ['empty', '', 'mappingFileNotJson'],
    ['of something else', '{"manifest_version":3}', 'mappingFileForeign'],
    ['a list', '[]', 'mappingFileForeign'],
    ['null', 'null', 'mappingFileForeign'],
    ['older', file({ version: 0 }), 'mappingFileVersion', '0'],
    ['newer', file({ version: 2 }), 'mappingFileVersion', '2'],
    ['with a field that there is not', file({ adminpulse: { iban: '$.iban' } }), 'mappingFileField', 'adminpulse.iban'],
    ['with a key beside the fields', file({ apiKey: 'x' }), 'mappingFileField', 'apiKey'],
    ['with links of openthebox', file({ openthebox: { linkedRelations: '$.x' } }), 'mappingFileField'],
    ['without a service', JSON.stringify({ version: 1, adminpulse: {} }), 'mappingFileField', 'openthebox'],
    ['with a path that is none', file({ adminpulse: { name: 'benaming' } }), 'mappingFileField', 'adminpulse.name'],
    ['with a path that is a number', file({ adminpulse: { name: 7 } }), 'mappingFileField', 'adminpulse.name'],
    ['with a path that is too long', file({ adminpulse: { name: `$.${'a'.repeat(200)}` } }), 'mappingFileField'],
    ['with a path to a prototype', file({ adminpulse: { name: '$.__proto__.x' } }), 'mappingFileField'],
    ['with a path that never ends', file({ adminpulse: { name: `$${'..[?@.a]'.repeat(9)}` } }), 'mappingFileField'],
    [
      'with a prototype key',
      '{"version":1,"adminpulse":{},"openthebox":{},"__proto__":{"name":"$.x"}}',
      'mappingFileForbiddenName',
    ],
    ['with a constructor', '{"version":1,"adminpulse":{"constructor":{}},"openthebox":{}}', 'mappingFileForbiddenName'],
    ['nested nine deep', nested(9), 'mappingFileTooDeep'],
    ['nested without end', '['.repeat(90_000), 'mappingFileTooDeep'],
    ['of a megabyte', file({ padding: ' '.repeat(1_000_000) }), 'mappingFileTooLarge'],
  ])('that is %s is refused with its reason', (_what, text, reason, detail) => {
    const read = readMappingFile(text);
    expect(read).toMatchObject({ ok: false, reason, ...(detail && { detail }) });
  });

  it('is not taken to be deep for the brackets in its texts', () => {
    expect(readMappingFile(file({ adminpulse: { name: "$['[[[[[[[[[[[[\"']" } })).ok).toBe(true);
  });
});
