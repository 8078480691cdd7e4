import { brusselsMidnight } from '../../../openthebox/model.ts';
import type { Form } from '../node.ts';

type Parts = { readonly y: string; readonly m: string; readonly d: string };

/** A written form of a day, with its parts in the order in which the pattern has them. */
function written(name: string, write: (parts: Parts) => string, pattern: RegExp): Form<string> {
  return {
    name,
    write(day) {
      const [y = '', m = '', d = ''] = day.split('-');
      return write({ y, m, d });
    },
    read(raw) {
      const { y, m, d } = (typeof raw === 'string' && pattern.exec(raw)?.groups) || {};
      return y && m && d ? existing(`${y}-${m}-${d}`) : undefined;
    },
  };
}

function instant(name: string, unit: number): Form<string> {
  return {
    name,
    write: (day) => brusselsMidnight(day) / unit,
    read: (raw) => (typeof raw === 'number' ? IN_BRUSSELS.format(raw * unit) : undefined),
  };
}

// Swedish writes dates as ISO does.
const IN_BRUSSELS = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Brussels' });

const existing = (day: string) => (new Date(`${day}T00:00:00Z`).toJSON()?.slice(0, 10) === day ? day : undefined);

const Y = String.raw`(?<y>\d{4})`;
const M = String.raw`(?<m>\d\d)`;
const D = String.raw`(?<d>\d\d)`;
const compact = written('YYYYMMDD', ({ y, m, d }) => `${y}${m}${d}`, RegExp(`^${Y}${M}${D}$`));

/** The forms of a day. What has another form is refused, so that a client which does not mirror it is found out. */
export const DATE_FORMS = {
  'YYYY-MM-DD': written('YYYY-MM-DD', ({ y, m, d }) => `${y}-${m}-${d}`, RegExp(`^${Y}-${M}-${D}$`)),
  'YYYY-MM-DDT00:00:00': written(
    'YYYY-MM-DDT00:00:00',
    ({ y, m, d }) => `${y}-${m}-${d}T00:00:00`,
    RegExp(`^${Y}-${M}-${D}T00:00:00$`),
  ),
  'YYYY-MM-DDT00:00:00Z': written(
    'YYYY-MM-DDT00:00:00Z',
    ({ y, m, d }) => `${y}-${m}-${d}T00:00:00Z`,
    RegExp(`^${Y}-${M}-${D}T00:00:00Z$`),
  ),
  'DD/MM/YYYY': written('DD/MM/YYYY', ({ y, m, d }) => `${d}/${m}/${y}`, RegExp(`^${D}/${M}/${Y}$`)),
  'DD-MM-YYYY': written('DD-MM-YYYY', ({ y, m, d }) => `${d}-${m}-${y}`, RegExp(`^${D}-${M}-${Y}$`)),
  'DD.MM.YYYY': written('DD.MM.YYYY', ({ y, m, d }) => `${d}.${m}.${y}`, RegExp(`^${D}\\.${M}\\.${Y}$`)),
  YYYYMMDD: compact,
  DDMMYYYY: written('DDMMYYYY', ({ y, m, d }) => `${d}${m}${y}`, RegExp(`^${D}${M}${Y}$`)),
  'YYYYMMDD as number': {
    name: 'YYYYMMDD as number',
    write: (day) => Number(compact.write(day, undefined)),
    read: (raw) => (typeof raw === 'number' ? compact.read(String(raw), undefined) : undefined),
  },
  'epoch s': instant('epoch s', 1000),
  'epoch ms': instant('epoch ms', 1),
} as const satisfies Readonly<Record<string, Form<string>>>;
export type DateForm = keyof typeof DATE_FORMS;
