import { randomUUID } from 'node:crypto';
import { setMainChannel } from '../../../edits.ts';
import { type Address, type AddressType, type ChannelType, favouriteOf, type Relation } from '../../../model.ts';
import type { AddressLens } from '../addresses.ts';
import { nameAndLegalForm, withLegalForm } from '../forms/enums.ts';
import type { Lens, Zoom } from '../node.ts';

/** A fact of a relation that stands in a key of its own. What the relation must have is not cleared. */
export function fact<K extends keyof Relation>(key: K, required = false): Lens<Relation, NonNullable<Relation[K]>> {
  return {
    get: (relation) => (relation[key] as NonNullable<Relation[K]>) ?? null,
    set: (relation, value) => {
      if (value !== null || !required) relation[key] = value as Relation[K];
    },
  };
}

/** The same fact where a write of it is ignored. */
export function shown<S, T>(lens: Lens<S, T>): Lens<S, T> {
  return { get: lens.get };
}

export const founded: Lens<Relation, string> = {
  get: ({ foundation }) => foundation.date,
  set: ({ foundation }, value) => {
    foundation.date = value;
  },
};

/** The day or the month of the end of the financial year; where one is cleared, both are. */
export function yearEndPart(part: 'day' | 'month'): Lens<Relation, number> {
  return {
    get: ({ fiscalYearEnd }) => fiscalYearEnd?.[part] ?? null,
    set: (relation, value) => {
      relation.fiscalYearEnd =
        value === null ? null : { ...(relation.fiscalYearEnd ?? { day: 1, month: 1 }), [part]: value };
    },
  };
}

/** The name with its legal form behind it; `both`: the form has no key of its own, so that a write says it too. */
export function nameWithForm(both: boolean): Lens<Relation, string> {
  return {
    get: ({ name, legalForm, language }) => (name ? withLegalForm(name, legalForm, language) : null),
    set: (relation, value) => {
      if (value === null) return;
      const { name, legalForm } = nameAndLegalForm(value);
      relation.name = name;
      if (both && relation.legalForm !== 'NP') relation.legalForm = legalForm;
    },
  };
}

export function mainChannelLens(type: ChannelType): Lens<Relation, string> {
  return {
    get: ({ channels }) => favouriteOf(channels.filter((one) => one.type === type))?.value ?? null,
    set: (relation, value) => setMainChannel(relation, type, value),
  };
}

export function newAddress(type: AddressType, favorite: boolean): Address {
  const nothing = { street: null, number: null, box: null, postalCode: null, city: null };
  return { id: randomUUID(), type, ...nothing, country: 'BE', favorite };
}

/** The first address of a kind, the starred one where there are several. */
export function addressOfKind(type: AddressType): Zoom<Relation, Address> {
  return {
    find: ({ addresses }) => favouriteOf(addresses.filter((one) => one.type === type)),
    create(relation) {
      const address = newAddress(type, true);
      relation.addresses.push(address);
      return address;
    },
    blank: newAddress(type, true),
  };
}

export const ADDRESS_LENS: AddressLens<Address> = {
  get: ({ street, number, box, postalCode, city }) => ({ street, number, box, postalCode, municipality: city }),
  set: (address, { municipality, ...parts }) => {
    Object.assign(address, parts, municipality !== undefined && { city: municipality });
  },
  country: ({ street, city, country }) => (street === null && city === null ? null : country),
};
