import { isEmpty } from '../../../../../src/schema/json-path.ts';
import type { Address, Company } from '../../../openthebox/model.ts';
import { type AddressPlan, addressEntries, fullAddressNode } from '../addresses.ts';
import type { Builder } from '../builder.ts';
import type { KeysOf } from '../key-names.ts';
import { type Entry, group, isObject, type Node, zoomed } from '../node.ts';
import { dayBetween, placeOf } from '../office/facts.ts';
import { partsOf } from '../office/relation.ts';
import { randomOf } from '../random.ts';
import { childPath } from '../truth.ts';
import { ADDRESS_LENS, type AnswerLanguage, addressIn, LANGUAGES, seatIn } from './facts.ts';
import { matchedList } from './matched-list.ts';
import { OPENTHEBOX_OPTIONS as OPTIONS } from './options.ts';

type B = Builder<Company>;

export function addAddresses(builder: B): void {
  const { chooser, forms } = builder;
  const plan: AddressPlan = {
    form: chooser.choose('address form', OPTIONS['address form']),
    style: forms.address,
    postalCode: chooser.choose('postal code', OPTIONS['postal code']),
    country: chooser.includes('address: country', 0.5),
    empty: forms.empty('address'),
  };
  const inner = builder.keysOf('address');
  const place = chooser.choose('address place', OPTIONS['address place']);
  PLACES[place]({ builder, plan, inner });
  const hasHistory = place !== 'history' && chooser.includes('decoy: address history', 0.4);
  if (hasHistory) builder.add('root', 'history', historyNode(builder, plan, inner, { current: false }));
}

type Context = { readonly builder: B; readonly plan: AddressPlan; readonly inner: KeysOf };

const PLACES: Readonly<Record<keyof (typeof OPTIONS)['address place'], (context: Context) => void>> = {
  suffixes({ builder, plan, inner }) {
    for (const language of LANGUAGES) builder.add('root', 'address', seat(language, plan, inner), { suffix: language });
  },
  map({ builder, plan, inner }) {
    const entries = LANGUAGES.map((language) => ({ key: language, node: seat(language, plan, inner) }));
    builder.add('root', 'address', group(entries, plan.empty));
  },
  list({ builder, plan, inner }) {
    const keys = builder.keysOf('address item');
    const [kind, languageKey] = [keys('kind'), keys('language')];
    const items = LANGUAGES.map((language) => ({
      match: { [kind]: 'REGO', [languageKey]: language },
      body: zoomed(seatIn(language), group(addressEntries(plan, ADDRESS_LENS, inner))),
      isThere: (company: Company) => addressIn(language)(company) !== undefined,
    }));
    const branch = otherAddress('branch', plan, inner);
    const branches = {
      match: { [kind]: 'BAET', [languageKey]: 'nl' },
      body: { ...branch, mark: () => undefined },
      isThere: ({ number }: Company) => randomOf(`has branch ${number}`).chance(0.6),
    };
    builder.add('root', 'addresses', matchedList([branches, ...items]));
  },
  history({ builder, plan, inner }) {
    builder.add('root', 'history', historyNode(builder, plan, inner, { current: true }));
  },
  single({ builder, plan, inner }) {
    builder.add('root', 'address', seat('nl', plan, inner));
  },
  root({ builder, plan }) {
    const keys = builder.objectKeys([]);
    for (const { key, node } of addressEntries(plan, ADDRESS_LENS, keys)) {
      builder.add('root', 'address', zoomed(seatIn('nl'), node), { key });
    }
  },
  'bilingual parts'({ builder, plan, inner }) {
    const byLanguage = (language: AnswerLanguage) =>
      addressEntries({ ...plan, form: 'parts' }, ADDRESS_LENS, inner, language);
    const common = addressEntries({ ...plan, form: 'parts', country: false }, ADDRESS_LENS, inner);
    const [street, number, box, postalCode, municipality] = ['street', 'number', 'box', 'postalCode', 'municipality'];
    const at = (part: string | undefined) => PARTS.indexOf(part ?? '');
    const both = (part: string | undefined): Entry<Company>[] =>
      LANGUAGES.flatMap((language) => {
        const entry = byLanguage(language)[at(part)];
        return entry ? [{ key: entry.key, node: zoomed(seatIn(language), entry.node) }] : [];
      });
    const one = (part: string | undefined): Entry<Company>[] => {
      const entry = common[at(part)];
      return entry ? [{ key: entry.key, node: zoomed(seatIn('nl'), entry.node) }] : [];
    };
    const entries = [...both(street), ...one(number), ...one(box), ...one(postalCode), ...both(municipality)];
    builder.add('root', 'address', group(entries, plan.empty));
  },
};

/** In the order in which an address's parts are listed. */
const PARTS = ['street', 'number', 'box', 'postalCode', 'municipality'];

/** The seat in a language: a text where it is in one, else an object. */
function seat(language: AnswerLanguage, plan: AddressPlan, keys: KeysOf): Node<Company> {
  return zoomed(seatIn(language), addressNode(plan, keys));
}

function addressNode(plan: AddressPlan, keys: KeysOf): Node<Address> {
  return plan.form === 'full'
    ? fullAddressNode(plan, ADDRESS_LENS)
    : group(addressEntries(plan, ADDRESS_LENS, keys), plan.empty === 'blank' ? 'keys' : plan.empty);
}

/** An address that is not the seat, made up for the company. */
function otherAddress(name: string, plan: AddressPlan, keys: KeysOf): Node<Company> {
  const find = ({ number }: Company): Address => {
    const { street, number: house, box, postalCode, city } = partsOf(placeOf(randomOf(`${name} ${number}`)), 'nl');
    return {
      street: street ?? '',
      number: house ?? '',
      ...(box && { box }),
      zipCode: postalCode ?? '',
      city: city ?? '',
      countryCode: 'BE',
    };
  };
  return zoomed({ ...seatIn('nl'), find }, group(addressEntries(plan, ADDRESS_LENS, keys)));
}

/** Addresses with the days from and until which they held; the one without an end is the present one. */
function historyNode(
  { keysOf, forms }: B,
  plan: AddressPlan,
  inner: KeysOf,
  { current }: { current: boolean },
): Node<Company> {
  const keys = keysOf('address history');
  const [from, until] = [keys('validFrom'), keys('validUntil')];
  const past = otherAddress('past address', plan, inner);
  const bodies = LANGUAGES.map((language) => ({ key: keys('address', language), node: seat(language, plan, inner) }));
  const day = (name: string, company: Company, first: number, last: number) =>
    forms.date.write(dayBetween(randomOf(`${name} ${company.number}`), first, last), undefined);
  return {
    write(company) {
      const isThere = addressIn('nl')(company) !== undefined || addressIn('fr')(company) !== undefined;
      const moved = day('moved', company, 2005, 2020);
      const hasMoved = !current || randomOf(`has moved ${company.number}`).chance(0.6);
      const old = past.write(company);
      const before = hasMoved
        ? [
            {
              [from]: day('old', company, 1980, 2004),
              [until]: moved,
              ...Object.fromEntries(bodies.map(({ key }) => [key, old])),
            },
          ]
        : [];
      const now = group(bodies).write(company);
      const present = forms.empty('validUntil') === 'absent' ? {} : { [until]: null };
      return [...before, ...(current && isThere ? [{ [from]: moved, ...present, ...(isObject(now) ? now : {}) }] : [])];
    },
    read: () => undefined,
    mark(raw, path, marks) {
      if (!current || !Array.isArray(raw)) return;
      raw.forEach((one, index) => {
        if (isObject(one) && isEmpty(one[until])) group(bodies).mark(one, childPath(path, index), marks);
      });
    },
  };
}
