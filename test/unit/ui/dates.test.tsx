import { describe, expect, it } from 'vitest';
import { age, dayAndTime, instantText } from '../../../src/ui/dates.ts';

const NOON = new Date(2025, 10, 25, 12, 0);

function before(ms: number): string {
  return new Date(NOON.getTime() - ms).toISOString();
}

describe('age', () => {
  it.each([
    [0, 'a moment ago'],
    [59_999, 'a moment ago'],
    [-5_000, 'a moment ago'],
    [60_000, '1 minute ago'],
    [59 * 60_000, '59 minutes ago'],
    [3 * 3_600_000, '3 hours ago'],
    [49 * 3_600_000, '2 days ago'],
  ])('says what is %d ms old in words', (ms, words) => {
    expect(age(before(ms), NOON.getTime())).toBe(words);
  });

  it('calls an unreadable time "a moment ago" rather than a wrong age', () => {
    expect(age('yesterday', NOON.getTime())).toBe('a moment ago');
  });
});

describe('instantText', () => {
  it('is the time alone today, and has the day on another day', () => {
    expect(instantText(new Date(2025, 10, 25, 9, 5).toISOString(), NOON.getTime())).toBe('09:05');
    expect(instantText(new Date(2025, 11, 1, 14, 3).toISOString(), NOON.getTime())).toBe('01/12 14:03');
  });
});

describe('dayAndTime', () => {
  it('has the whole day and the time, on the user’s clock', () => {
    expect(dayAndTime(new Date(2025, 2, 5, 9, 5).toISOString())).toEqual(['05/03/2025', '09:05']);
  });
});
