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

  it.each<{ readonly what: string; readonly text: string; readonly reason: string; readonly detail?: string }>([
    { what: 'broken', text: file().slice(0, -4), reason: 'mappingFileNotJson' },
    { what: 'empty', text: '', reason: 'mappingFileNotJson' },
    { what: 'of something else', text: '{"manifest_version":3}', reason: 'mappingFileForeign' },
    { what: 'a list', text: '[]', reason: 'mappingFileForeign' },
    { what: 'null', text: 'null', reason: 'mappingFileForeign' },
    { what: 'older', text: file({ version: 0 }), reason: 'mappingFileVersion', detail: '0' },
    { what: 'newer', text: file({ version: 2 }), reason: 'mappingFileVersion', detail: '2' },
    {
      what: 'with a field that there is not',
      text: file({ adminpulse: { iban: '$.iban' } }),
      reason: 'mappingFileField',
      detail: 'adminpulse.iban',
    },
    { what: 'with a key beside the fields', text: file({ apiKey: 'x' }), reason: 'mappingFileField', detail: 'apiKey' },
    {
      what: 'with links of openthebox',
      text: file({ openthebox: { linkedRelations: '$.x' } }),
      reason: 'mappingFileField',
    },
    {
      what: 'without a service',
      text: JSON.stringify({ version: 1, adminpulse: {} }),
      reason: 'mappingFileField',
      detail: 'openthebox',
    },
    {
      what: 'with a path that is none',
      text: file({ adminpulse: { name: 'benaming' } }),
      reason: 'mappingFileField',
      detail: 'adminpulse.name',
    },
    {
      what: 'with a path that is a number',
      text: file({ adminpulse: { name: 7 } }),
      reason: 'mappingFileField',
      detail: 'adminpulse.name',
    },
    {
      what: 'with a path that is too long',
      text: file({ adminpulse: { name: `$.${'a'.repeat(200)}` } }),
      reason: 'mappingFileField',
    },
    {
      what: 'with a path to a prototype',
      text: file({ adminpulse: { name: '$.__proto__.x' } }),
      reason: 'mappingFileField',
    },
    {
      what: 'with a path that never ends',
      text: file({ adminpulse: { name: `$${'..[?@.a]'.repeat(9)}` } }),
      reason: 'mappingFileField',
    },
    {
      what: 'with a prototype key',
      text: '{"version":1,"adminpulse":{},"openthebox":{},"__proto__":{"name":"$.x"}}',
      reason: 'mappingFileForbiddenName',
    },
    {
      what: 'with a constructor',
      text: '{"version":1,"adminpulse":{"constructor":{}},"openthebox":{}}',
      reason: 'mappingFileForbiddenName',
    },
    { what: 'nested nine deep', text: nested(9), reason: 'mappingFileTooDeep' },
    { what: 'nested without end', text: '['.repeat(90_000), reason: 'mappingFileTooDeep' },
    { what: 'of a megabyte', text: file({ padding: ' '.repeat(1_000_000) }), reason: 'mappingFileTooLarge' },
  ])('that is $what is refused with its reason', ({ text, reason, detail }) => {
    const read = readMappingFile(text);
    expect(read).toMatchObject({ ok: false, reason, ...(detail && { detail }) });
  });

  it('is not taken to be deep for the brackets in its texts', () => {
    expect(readMappingFile(file({ adminpulse: { name: "$['[[[[[[[[[[[[\"']" } })).ok).toBe(true);
  });
});
