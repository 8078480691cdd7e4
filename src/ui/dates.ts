import type { ISODateTime } from '../company/company.ts';
import { language, text } from './texts.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** An instant on the user's clock: `24/11/2026`, `14:03`. */
export function dayAndTime(instant: ISODateTime): readonly [day: string, time: string] {
  const moment = new Date(instant);
  const day = `${twoDigits(moment.getDate())}/${twoDigits(moment.getMonth() + 1)}`;
  return [`${day}/${moment.getFullYear()}`, `${twoDigits(moment.getHours())}:${twoDigits(moment.getMinutes())}`];
}

/** An instant on the user's clock: `14:03` today, `25/11 14:03` on another day. */
export function instantText(instant: ISODateTime, now: number): string {
  const moment = new Date(instant);
  if (Number.isNaN(moment.getTime())) return instant;
  const time = `${twoDigits(moment.getHours())}:${twoDigits(moment.getMinutes())}`;
  const sameDay = moment.toDateString() === new Date(now).toDateString();
  return sameDay ? time : `${twoDigits(moment.getDate())}/${twoDigits(moment.getMonth() + 1)} ${time}`;
}

/** How long ago, in words; under a minute, and on a clock that was set back, "a moment ago". */
export function age(instant: ISODateTime, now: number): string {
  const passed = now - Date.parse(instant);
  if (!(passed >= MINUTE_MS)) return text('aMomentAgo');
  const format = new Intl.RelativeTimeFormat(language(), { numeric: 'always' });
  if (passed < HOUR_MS) return format.format(-Math.floor(passed / MINUTE_MS), 'minute');
  if (passed < DAY_MS) return format.format(-Math.floor(passed / HOUR_MS), 'hour');
  return format.format(-Math.floor(passed / DAY_MS), 'day');
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
