import type { ISODate, MonthDay } from './company.ts';

/** `YYYY-MM-DD` or `MM-DD` as Belgium writes it: `dd/MM/yyyy`, `dd/MM`. Anything else stays as it is. */
export function dateText(date: ISODate | MonthDay): string {
  const parts = /^(?:(\d{4})-)?(\d{2})-(\d{2})$/.exec(date);
  if (parts === null) return date;
  return [parts[3], parts[2], parts[1]].filter((part) => part !== undefined).join('/');
}
