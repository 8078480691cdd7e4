import type { Address, AddressType, Relation } from '../../../model.ts';
import { type AddressPlan, addressEntries, fullAddressNode } from '../addresses.ts';
import type { Builder } from '../builder.ts';
import { text } from '../forms/channels.ts';
import type { KeysOf } from '../key-names.ts';
import { FAVOURITES, listByKind } from '../lists.ts';
import { decoy, type Entry, group, leaf, type Node, zoomed } from '../node.ts';
import { ADDRESS_LENS, addressOfKind, newAddress } from './lenses.ts';
import { ADMINPULSE_OPTIONS as OPTIONS } from './options.ts';

type B = Builder<Relation>;

const ADDRESS_KINDS = {
  code: { Seat: 'Z', Correspondence: 'C', Establishment: 'V' },
  dutch: { Seat: 'Zetel', Correspondence: 'Correspondentie', Establishment: 'Vestiging' },
  english: { Seat: 'SEAT', Correspondence: 'CORRESPONDENCE', Establishment: 'BRANCH' },
  french: { Seat: 'Siège social', Correspondence: 'Courrier', Establishment: 'Exploitation' },
  number: { Seat: 1, Correspondence: 2, Establishment: 3 },
} as const satisfies Readonly<Record<string, Readonly<Record<AddressType, string | number>>>>;

/** The other addresses of a relation, where each has a place of its own. */
const OTHERS = [
  { type: 'Correspondence', concept: 'correspondence', suffix: 'post', probability: 0.6 },
  { type: 'Establishment', concept: 'establishment', suffix: 'vest', probability: 0.4 },
] as const;

export function addAddresses(builder: B): void {
  const { chooser, forms } = builder;
  const plan: AddressPlan = {
    form: chooser.choose('address form', OPTIONS['address form']),
    style: forms.address,
    postalCode: chooser.choose('postal code', OPTIONS['postal code']),
    country: chooser.includes('address: country', 0.5),
    empty: forms.empty('address'),
  };
  const place = chooser.choose('address place', OPTIONS['address place']);
  const others = OTHERS.filter(({ type, probability }) => chooser.includes(`decoy: ${type} address`, probability));
  if (place === 'list') {
    addList(builder, plan);
    return;
  }
  if (place === 'map') {
    const keys = builder.keysOf('addresses');
    const inner = builder.keysOf('address');
    const entries: Entry<Relation>[] = [
      { key: keys('address'), node: ofKind('Seat', plan, inner) },
      ...others.map(({ type, concept }) => ({ key: keys(concept), node: decoy(ofKind(type, plan, inner)) })),
    ];
    builder.add('root', 'addresses', group(entries));
  } else if (place === 'object' || plan.form === 'full') {
    const inner = builder.keysOf('address');
    builder.add('root', 'address', ofKind('Seat', plan, inner));
    for (const { type, concept } of others) builder.add('root', concept, decoy(ofKind(type, plan, inner)));
  } else {
    const keys = builder.objectKeys(builder.groupsOf('root'));
    const spread = (type: AddressType, suffix: string) =>
      addressEntries(plan, ADDRESS_LENS, keys, suffix).map(({ key, node }) => ({
        key,
        node: zoomed(addressOfKind(type), node),
      }));
    for (const { key, node } of spread('Seat', '')) builder.add('root', 'address', node, { key });
    for (const { type, suffix } of others) {
      for (const { key, node } of spread(type, suffix)) builder.add('root', 'address', decoy(node), { key });
    }
  }
}

/** The address of a kind: a text where it is in one, else an object. */
function ofKind(type: AddressType, plan: AddressPlan, keys: KeysOf): Node<Relation> {
  const node =
    plan.form === 'full'
      ? fullAddressNode(plan, ADDRESS_LENS)
      : group(addressEntries(plan, ADDRESS_LENS, keys), plan.empty === 'blank' ? 'keys' : plan.empty);
  return zoomed(addressOfKind(type), node);
}

function addList(builder: B, plan: AddressPlan): void {
  const { chooser, forms } = builder;
  const keys = builder.keysOf('address item');
  const kinds = ADDRESS_KINDS[chooser.choose('kinds', OPTIONS.kinds)];
  const mark = chooser.choose('favourite', OPTIONS.favourite);
  const kindKey = keys('kind');
  const favourite = mark === 'none' ? undefined : { key: keys('favourite'), ...FAVOURITES[mark] };
  const id: Entry<Address>[] = chooser.includes('address list: ids', 0.4)
    ? [{ key: keys('id'), node: leaf({ get: (address: Address) => address.id }, text, 'null') }]
    : [];
  const body: Node<Address> = group([...id, ...addressEntries(plan, ADDRESS_LENS, keys)]);
  builder.add(
    'root',
    'addresses',
    listByKind<Relation, Address, AddressType>({
      items: (relation) => relation.addresses,
      kindOf: (address) => address.type,
      create: (type) => newAddress(type, false),
      kindKey,
      kinds,
      bodies: { Seat: body, Correspondence: decoy(body), Establishment: decoy(body) },
      favourite,
      reversed: favourite !== undefined && chooser.includes('address list: reversed', 0.3),
      empty: forms.empty('addresses'),
    }),
  );
}
