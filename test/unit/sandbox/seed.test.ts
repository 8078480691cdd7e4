import { describe, expect, test } from 'vitest';
import { isEnterpriseNumber, tenDigits } from '../../sandbox/numbers.ts';
import { generatedRelations } from '../../sandbox/seed/generated.ts';
import { SEED, seedRegister, seedRelations } from '../../sandbox/seed.ts';

const relations = seedRelations();
const duplicates = <T>(values: readonly T[]) => values.filter((value, index) => values.indexOf(value) !== index);

describe('the seed', () => {
  test('holds about forty companies and the people around them', () => {
    expect(SEED.length).toBeGreaterThanOrEqual(40);
  });

  test('has valid numbers only, in ranges that are not issued', () => {
    const numbers = SEED.flatMap(({ number }) => (number ? [number] : []));
    expect(numbers.filter((number) => !isEnterpriseNumber(number))).toEqual([]);
    expect(numbers.filter((number) => !/^(0001|1999)\./.test(number))).toEqual([]);
  });

  test('has each code and id once, and one number twice', () => {
    expect(duplicates(relations.map(({ code }) => code))).toEqual([]);
    expect(duplicates(relations.map(({ id }) => id))).toEqual([]);
    expect(duplicates(relations.flatMap(({ addresses }) => addresses.map(({ id }) => id)))).toEqual([]);
    expect(duplicates(relations.flatMap(({ channels }) => channels.map(({ id }) => id)))).toEqual([]);
    expect(duplicates(relations.flatMap(({ vatNumber }) => (vatNumber ? [vatNumber] : [])))).toEqual(['0001052350']);
  });

  test('links relations to relations that exist, and mandates to companies that exist', () => {
    const codes = new Set(relations.map(({ code }) => code));
    const register = seedRegister();
    const holders = [...register.companies.values()].flatMap(({ directors, shareholders }) =>
      [...directors, ...shareholders].flatMap(({ holder, via }) => [
        ...('company' in holder ? [holder.company] : []),
        ...(via ? [via] : []),
      ]),
    );
    expect(relations.flatMap(({ links }) => links).filter(({ code }) => !codes.has(code))).toEqual([]);
    expect(holders.filter((number) => !register.companies.has(number))).toEqual([]);
    expect(holders).not.toEqual([]);
  });

  test('twenty thousand relations have twenty thousand valid numbers, the same ones each time', () => {
    const made = [...generatedRelations(20_000)];
    const numbers = new Set(made.map(({ vatNumber }) => vatNumber ?? ''));
    const seeded = new Set(SEED.map(({ number }) => number && tenDigits(number)));

    expect(numbers.size).toBe(20_000);
    expect([...numbers].filter((number) => !isEnterpriseNumber(number) || seeded.has(number))).toEqual([]);
    expect([...generatedRelations(3)]).toEqual(made.slice(0, 3));
  });
});
