import type { ISODateTime } from '../company/company.ts';
import { language, text } from './texts.ts';

export { dayFirst as shownDate } from '../company/day-first.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** An instant on the user's clock: `24/11/2026`, `14:03`. */
export function dayAndTime(instant: ISODateTime): readonly [day: string, time: string] {
  const moment = new Date(instant);
  const day = `${twoDigits(moment.getDate())}/${twoDigits(moment.getMonth() + 1)}`;
  return [`${day}/${moment.getFullYear()}`, `${twoDigits(moment.getHours())}:${twoDigits(moment.getMinutes())}`];
}

/** An instant on the user's clock: `14:03` today, `25/11 14:03` on another day. */
export function shownInstant(instant: ISODateTime, now: number): string {
  const moment = new Date(instant);
  if (Number.isNaN(moment.getTime())) return instant;
  const time = `${twoDigits(moment.getHours())}:${twoDigits(moment.getMinutes())}`;
  const sameDay = moment.toDateString() === new Date(now).toDateString();
  return sameDay ? time : `${twoDigits(moment.getDate())}/${twoDigits(moment.getMonth() + 1)} ${time}`;
}

/** How long ago, in words; under a minute, and on a clock that was set back, "a moment ago". */
export function age(instant: ISODateTime, now: number): string {
  const passed = now - Date.parse(instant);
  if (!(passed >= MINUTE)) return text('aMomentAgo');
  const format = new Intl.RelativeTimeFormat(language(), { numeric: 'always' });
  if (passed < HOUR) return format.format(-Math.floor(passed / MINUTE), 'minute');
  if (passed < DAY) return format.format(-Math.floor(passed / HOUR), 'hour');
  return format.format(-Math.floor(passed / DAY), 'day');
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
