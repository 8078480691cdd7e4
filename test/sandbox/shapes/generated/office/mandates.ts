import type { Relation } from '../../../model.ts';
import type { Company, Mandate, Person, Register } from '../../../openthebox/model.ts';
import type { Random } from '../random.ts';
import { dayBetween } from './facts.ts';

const FIRST_PID = 100_001;
/** Link types of directors and shareholders (reference 1.4). */
const DIRECTOR = 4;
const SHAREHOLDER = 6;

/** About half of the relations name another one: a director, a shareholder, a contact, a beneficiary. */
export function link(relations: readonly Relation[], random: Random): void {
  for (const relation of relations) {
    const others = random.shuffled(relations.filter((other) => other !== relation));
    const linked = others.slice(0, Number(random.weighted({ '0': 5, '1': 3, '2': 2 })));
    relation.links = linked.map(({ code }) => ({ linkType: random.pick([DIRECTOR, SHAREHOLDER, 1, 2]), code }));
  }
}

/** openthebox's side of most of those links; the relations that are persons are its people. */
export function registerOf(relations: readonly Relation[], companies: Map<string, Company>, random: Random): Register {
  const persons = relations.filter(({ type }) => type === 'Person');
  const people = persons.map(
    ({ firstName, lastName }, index): Person => ({
      pid: FIRST_PID + index,
      firstName: firstName ?? '',
      lastName: lastName ?? '',
    }),
  );
  const holderOf = (code: string): Mandate['holder'] | undefined => {
    const at = persons.findIndex((person) => person.code === code);
    if (at >= 0) return { person: FIRST_PID + at };
    const number = relations.find((relation) => relation.code === code)?.enterpriseNumber;
    return number ? { company: number } : undefined;
  };
  for (const { enterpriseNumber, links } of relations) {
    const company = companies.get(enterpriseNumber ?? '');
    for (const { linkType, code } of company ? links : []) {
      const holder = holderOf(code);
      if (!holder || !random.chance(0.7)) continue;
      const since = dayBetween(random, 2000, 2024);
      if (linkType === DIRECTOR) company?.directors.push({ holder, since });
      if (linkType === SHAREHOLDER) company?.shareholders.push({ holder, since, share: 10 + random.below(90) });
    }
  }
  return { companies, people };
}
