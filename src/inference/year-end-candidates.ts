import { monthOfWord } from '../company/dates.ts';
import type { Candidate } from './candidate.ts';
import { asNumber, filled, itemOf, placeOf } from './candidate.ts';
import { formOf } from './forms.ts';
import { keyWords } from './key-words.ts';
import { ofKind, type Scene } from './leaf-candidates.ts';
import type { Node, Scalar } from './tree.ts';

/** Nearly all financial years end on the last day of a month. */
const MONTH_ENDS = /^(?:0[13578]-31|1[02]-31|0[469]-30|11-30|02-2[89])$/;

/** Days of the year in one value, or day and month in two keys of one object. */
export function yearEndCandidates(scene: Scene): readonly Candidate[] {
  const whole = ofKind(
    scene,
    (value) => {
      const day = scene.kinds.number(value) === undefined ? scene.kinds.monthDay(value) : undefined;
      return day === undefined ? undefined : [keyOf(day)];
    },
    0.8,
  ).flatMap(({ node, facts, count, of, fit }): Candidate[] => {
    const days = facts.flat().flatMap(({ keys }) => keys);
    const format = formOf('monthDay', node.all);
    const judged = fitOfDays(days);
    return judged === undefined
      ? []
      : [
          {
            place: placeOf(node, format ? { format } : {}),
            nodes: [node],
            names: node.names,
            facts,
            fit: fit + judged - (format === 'date' ? (isOfManyYears(node, scene) ? 6 : 2) : 0),
            kind: 'monthDay',
            share: { count, of },
          },
        ];
  });
  return [...whole, ...scene.nodes.flatMap(pairsBelow)];
}

/** Full dates of ends of financial years are of one year, or of two. */
function isOfManyYears({ all }: Node, { kinds }: Scene): boolean {
  const years = all.flatMap((value) => kinds.date(value)?.slice(0, 4) ?? []);
  return years.length > 0 && Math.max(...years.map(Number)) - Math.min(...years.map(Number)) > 2;
}

const keyOf = (day: string) => (day === '02-29' ? '02-28' : day);

/** Undefined for days that are spread over the months as those of other dates are. */
function fitOfDays(days: readonly string[]): number | undefined {
  if (days.length === 0) return undefined;
  const ends = days.filter((day) => MONTH_ENDS.test(day)).length / days.length;
  return ends < 0.6 ? undefined : 1.5 - 8 * (1 - ends);
}

function pairsBelow(parent: Node): Candidate[] {
  const days = parent.children.filter(
    (node) => isAll(node, (value) => isBetween(value, 31)) && isAll(node, isEndDay, 0.6),
  );
  if (days.length === 0) return [];
  const months = parent.children.filter((node) => isAll(node, (value) => monthOf(value) !== undefined));
  return days.flatMap((day) =>
    months.flatMap((month): Candidate[] => {
      const distance = Math.abs(day.order - month.order);
      if (day === month) return [];
      const facts = day.values.map(([value], index) => {
        const number = monthOf(month.values[index]?.[0]);
        return value === undefined || number === undefined
          ? []
          : [{ keys: [keyOf(`${two(number)}-${two(Number(value))}`)] }];
      });
      const fit = fitOfDays(facts.flat().flatMap(({ keys }) => keys));
      const of = filled(facts);
      if (fit === undefined || of < 0.9 * filled(day.values)) return [];
      const named = isCalled(day, DAY) && isCalled(month, MONTH) ? 1 : 0;
      return [
        {
          place: {
            paths: parent.paths.map((path) => ({ path })),
            parts: [
              { keys: [day.key ?? ''], holds: ['day'], ...asNumber(day) },
              { keys: [month.key ?? ''], holds: ['month'], ...asNumber(month) },
            ],
            ...itemOf(parent),
          },
          nodes: [day, month],
          names: [...parent.names, day.key ?? '', month.key ?? ''],
          facts,
          fit: fit + named - (named > 0 ? 0 : 0.5 * Math.min(4, distance - 1)),
          kind: 'monthDay',
          share: { count: of, of },
        },
      ];
    }),
  );
}

const two = (number: number) => String(number).padStart(2, '0');

function isAll(node: Node, is: (value: Scalar) => boolean, least = 1): boolean {
  const all = node.all;
  return all.length > 0 && all.filter(is).length >= least * all.length;
}

const isBetween = (value: Scalar | undefined, most: number) =>
  (typeof value === 'number' || (typeof value === 'string' && /^\d{1,2}$/.test(value))) &&
  Number(value) >= 1 &&
  Number(value) <= most;

const isEndDay = (value: Scalar) => Number(value) >= 28;

function monthOf(value: Scalar | undefined): number | undefined {
  if (isBetween(value, 12)) return Number(value);
  return typeof value === 'string' && /^\p{L}{3,9}\.?$/u.test(value) ? monthOfWord(value) : undefined;
}

const DAY = ['day', 'dag', 'jour', 'tag', 'd', 'dd', 'j'];
const MONTH = ['month', 'maand', 'mois', 'monat', 'm', 'mm'];

const isCalled = ({ key = '' }: Node, words: readonly string[]) => keyWords(key).some((word) => words.includes(word));
