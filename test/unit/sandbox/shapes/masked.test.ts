import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { masked } from '../../../../src/background/mapping/masked/masked-answer.ts';
import { shapeArgument } from '../../../sandbox/arguments.ts';
import { generateOffice } from '../../../sandbox/shapes/generated/office/office.ts';
import { generateShape, type ServiceShapes } from '../../../sandbox/shapes/generated/shapes.ts';
import { maskedOpenthebox } from '../../../sandbox/shapes/masked/company-shape.ts';
import { maskedAdminpulse } from '../../../sandbox/shapes/masked/relation-shape.ts';
import { patched } from '../../../sandbox/shapes/shape.ts';
import { type Case, foundOf, reportOf, totalOf } from '../../../support/inference-report.ts';

/** A few seconds; the shapes of more seeds are no others. */
const SEEDS = Array.from({ length: 60 }, (_, index) => 2000 + index);

/** The shapes that the masked answers of a shape have, of the relation and the company that have most to show. */
function servedShapes(seed: number): ServiceShapes {
  const shapes = generateShape(seed);
  const { relations, register } = generateOffice(seed, 12);
  const largest = (answers: readonly unknown[]) => answers.toSorted((a, b) => sizeOf(b) - sizeOf(a))[0];
  const relation = largest(relations.map((one) => shapes.adminpulse.single(one)));
  const company = largest([...register.companies.values()].map((one) => shapes.openthebox.answer(one, register)));
  return {
    adminpulse: maskedAdminpulse(masked(relation, 'adminpulse')),
    openthebox: maskedOpenthebox(masked(company, 'openthebox')),
  };
}

/** How many values there are. */
function sizeOf(answer: unknown): number {
  if (typeof answer === 'object' && answer !== null)
    return Object.values(answer).reduce((sum, one) => sum + sizeOf(one), 0);
  return answer === null || answer === undefined || answer === '' ? 0 : 1;
}

describe('a shape that is served from masked answers', () => {
  const cases: readonly Case[] = SEEDS.map((seed) => ({
    name: String(seed),
    shapes: servedShapes(seed),
    office: (count) => generateOffice(seed + 1, count),
  }));
  const report = reportOf(cases, 12);
  const averageMissed = (service: 'adminpulse' | 'openthebox') =>
    report.fieldsMissed[service].reduce((sum, count, missed) => sum + count * missed, 0) / cases.length;

  it('lets the inference find nothing wrong that is certain', () => {
    expect(totalOf(report, 'wrongCertain'), report.wrong.join('\n')).toBe(0);
    expect(totalOf(report, 'wrongPresumed') / foundOf(report), report.wrong.join('\n')).toBeLessThan(0.005);
  });

  it.each(['adminpulse', 'openthebox'] as const)(
    'lets it find eight of ten fields on average, at least: %s',
    (service) => {
      expect(averageMissed(service)).toBeLessThan(2);
    },
  );

  it('reads back what it answers, and changes nothing by it', () => {
    for (const { shapes, office } of cases) {
      for (const relation of office(4).relations) {
        const answer = shapes.adminpulse.single(relation);
        expect(patched(shapes.adminpulse, relation, JSON.parse(JSON.stringify(answer)))).toEqual({ relation });
      }
    }
  });
});

describe('the shape that a command is given', () => {
  const ofFile = (content: string) => {
    const folder = mkdtempSync(join(tmpdir(), 'shape-'));
    try {
      const file = join(folder, 'shape.json');
      writeFileSync(file, content);
      return shapeArgument.safeParse(file);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  };

  it('is a name, a seed, or a file with masked answers', () => {
    expect(shapeArgument.parse('nested')).toBe('nested');
    expect(shapeArgument.parse('7')).toEqual({ seed: 7 });
    expect(ofFile('{"naam": "Xxx"}').data).toEqual({ masked: { adminpulse: { naam: 'Xxx' } } });
    expect(ofFile('{"openthebox": [{"name": "Xxx"}]}').data).toEqual({ masked: { openthebox: [{ name: 'Xxx' }] } });
  });

  it('says why a file is none', () => {
    expect(ofFile('no JSON').error?.message).toContain('nor a file with a masked answer');
    expect(shapeArgument.safeParse('/no/such/file').error?.message).toContain('no such file');
  });
});
