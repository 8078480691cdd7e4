import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { dropInvalid } from '../../../../src/background/settings/drop-invalid.ts';
import { ManagedSettings } from '../../../../src/background/settings/managed-schema.ts';
import { EXTENSION_ID } from '../../../e2e/firefox-extension.ts';

const read = (file: string) => readFileSync(new URL(`../../../../${file}`, import.meta.url), 'utf8');

type Schema = {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
};

/** Every setting that a JSON Schema names, with its path. */
function settings({ type, properties }: Schema, path = ''): readonly string[] {
  if (type !== 'object') return [path];
  return Object.entries(properties ?? {}).flatMap(([key, schema]) =>
    settings(schema, path === '' ? key : `${path}.${key}`),
  );
}

it('Chrome is told of the same settings that are read', () => {
  const told = settings(JSON.parse(read('public/managed-schema.json')));
  expect([...told].sort()).toEqual([...settings(z.toJSONSchema(ManagedSettings) as Schema)].sort());
});

describe("the samples of the administrator's guide", () => {
  const samples = [...read('docs/ADMIN.md').matchAll(/```json\n(.*?)```/gs)].map(([, text]) => JSON.parse(text ?? ''));
  const [chrome, firefox] = [
    samples.find((sample) => '3rdparty' in sample)?.['3rdparty'].extensions.EXTENSION_ID,
    samples.find((sample) => 'policies' in sample)?.policies['3rdparty'].Extensions[EXTENSION_ID],
  ];

  it.each([
    ['Chrome', chrome],
    ['Firefox', firefox],
  ])('set for %s every group of settings, and nothing that is left out', (_browser, sample) => {
    expect(Object.keys(sample)).toEqual(Object.keys(ManagedSettings.def.shape));
    expect(dropInvalid(ManagedSettings, sample)).toEqual({ value: sample, broken: [] });
  });

  it('stand beside every value that a preference may have', () => {
    const { preferences } = (z.toJSONSchema(ManagedSettings) as Schema).properties ?? {};
    const values = Object.values(preferences?.properties ?? {}).flatMap((schema) => schema.enum ?? []);
    expect(values.length).toBeGreaterThan(9);
    for (const value of values) {
      expect(read('docs/ADMIN.md')).toContain(`\`${value}\``);
      expect(read('public/managed-schema.json')).toMatch(new RegExp(`: .*\\b${value}\\b`));
    }
  });
});
