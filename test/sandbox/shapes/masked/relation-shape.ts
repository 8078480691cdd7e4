import type { Meaning } from '../../../../src/schema/field-place.ts';
import type { Address, Relation } from '../../model.ts';
import { extraNode } from '../generated/adminpulse/decoys.ts';
import { ADDRESS_LENS, addressOfKind, fact, newAddress, shown, yearEndPart } from '../generated/adminpulse/lenses.ts';
import { type GeneratedShape, shapeOf } from '../generated/adminpulse/shape.ts';
import { text } from '../generated/forms/channels.ts';
import { STATUS_FORMS, TYPE_FORMS } from '../generated/forms/enums.ts';
import { PART_FORMS } from '../generated/forms/year-ends.ts';
import { linkListNode, relationLeaf } from '../generated/handmade.ts';
import { leaf, type Node, zoomed } from '../generated/node.ts';
import { placeOf as madeUpPlace } from '../generated/office/facts.ts';
import { partsOf } from '../generated/office/relation.ts';
import { randomOf } from '../generated/random.ts';
import { held } from '../generated/truth.ts';
import { addressNode, addressNumber, seatNumber } from './address-group.ts';
import { dateForm, languageForm, legalForm, numberForm, phoneForm, websiteForm, yearEndForm } from './forms.ts';
import { madeUp } from './made-up.ts';
import { bearersOf } from './meanings.ts';
import { type Leaf, leavesOf, type Place, placeOf } from './place.ts';
import { treeNode } from './tree-node.ts';

/** The node of a masked value that carries the meaning. */
const NODES: Readonly<Partial<Record<Meaning, (leaf: Leaf) => Node<Relation>>>> = {
  name: () => relationLeaf.name,
  commercialName: () => relationLeaf.commercialName,
  legalForm: (one) => {
    const { part, form } = legalForm(one);
    return leaf(fact('legalForm'), form, 'null', held('legalForm', part));
  },
  enterpriseNumber: (one) => relationLeaf.number(numberForm(one)),
  vatNumber: (one) => relationLeaf.vat(numberForm(one)),
  website: (one) => relationLeaf.website(websiteForm(one)),
  phone: (one) => relationLeaf.phone(phoneForm(one)),
  incorporationDate: (one) => relationLeaf.founded(dateForm(one)),
  since: (one) => relationLeaf.since(dateForm(one)),
  endDate: (one) => leaf(fact('end'), dateForm(one), 'null', held('endDate')),
  fiscalYearEnd: (one) => leaf(fact('fiscalYearEnd'), yearEndForm(one), 'null', held('fiscalYearEnd')),
  language: (one) => {
    const { part, form } = languageForm(one);
    return leaf(fact('language', true), form, 'null', held('language', part));
  },
  code: () => leaf(shown(fact('code')), text, 'null', held('code')),
  id: () => leaf(shown(fact('id')), text, 'null', held('id')),
  ownCompany: () => leaf(fact('companyId', true), text, 'null', held('ownCompany')),
  type: ({ raw }) =>
    leaf(fact('type', true), TYPE_FORMS[typeof raw === 'number' ? 'number' : 'word'], 'null', held('type')),
  status: ({ raw }) =>
    leaf(fact('status', true), STATUS_FORMS[typeof raw === 'number' ? 'number' : 'word'], 'null', held('status')),
};
const MEANINGS = Object.keys(NODES) as Meaning[];

/**
 * AdminPulse in the shape of a masked answer: what the masks say of kinds, and the names of keys, tells where the facts of a
 * relation stand; all else is made up. A write is read back in the same forms.
 */
export function maskedAdminpulse(masked: unknown): GeneratedShape {
  const root = placeOf(masked);
  if (root.kind !== 'object') throw new Error('A masked answer of AdminPulse is an object');
  const leaves = leavesOf(root);
  const lists = linkLists(root);
  const inLists = new Set(lists.flatMap((list) => leavesOf(list)));
  const bearers = bearersOf(
    leaves.filter((one) => !inLists.has(one)),
    MEANINGS,
  );
  const meaningOf = new Map([...bearers].map(([meaning, one]) => [one, meaning]));
  const [links] = lists;
  const seat = seatNumber(leaves);

  const nodeOfTwin = (one: Leaf) => {
    const [twin, meaning] = [...meaningOf].find(([other]) => isTwin(one, other)) ?? [];
    return twin && meaning && NODES[meaning]?.(twin);
  };
  const nodeOf = (one: Leaf): Node<Relation> => {
    const number = addressNumber(one);
    if (number !== undefined && number === seat)
      return zoomed(addressOfKind('Seat'), addressNode(one, ADDRESS_LENS, 'null'));
    if (number !== undefined) return otherAddress(number, one);
    if (one.tag?.kind === 'year end 1') {
      const part = one.tag.form === 'month' ? 'month' : 'day';
      const form = PART_FORMS[one.tag.isNumber ? 'number' : 'text'];
      return leaf(yearEndPart(part), form, 'null', held('fiscalYearEnd', part));
    }
    const meaning = meaningOf.get(one);
    return (meaning && NODES[meaning]?.(one)) ?? madeUpNode(one, nodeOfTwin(one));
  };
  const listNode = (list: Place & { kind: 'list' }) => (list === links ? linksNode(list) : undefined);
  const entries = root.entries.map(([key, place]) => ({ key, node: treeNode(place, nodeOf, listNode) }));
  return shapeOf(entries, entries, new Set());
}

/** The same place in another item of the list, of the same kind. */
const isTwin = (one: Leaf, other: Leaf) =>
  one.path.includes('[') &&
  anyItem(one) === anyItem(other) &&
  one.names.join() === other.names.join() &&
  one.tag?.kind === other.tag?.kind;
const anyItem = ({ path }: Leaf) => path.replace(/\[\d+\]/g, '[]');

/** What is second of its kind in a list is not there where there is no first. */
function madeUpNode(one: Leaf, first: Node<Relation> | undefined): Node<Relation> {
  const value = (relation: Relation) => {
    const isLacking = one.raw === '' || (first && first.write(relation) === null);
    return isLacking ? null : madeUp(one, randomOf(`${one.path} ${relation.id}`));
  };
  return extraNode(one.path, value, { empty: () => (one.raw === '' ? 'blank' : 'null') });
}

/** A part of another address, of which all parts are made up together. */
function otherAddress(number: number, one: Leaf): Node<Relation> {
  const node = addressNode<Address>(one, ADDRESS_LENS, 'null');
  const address = ({ id }: Relation): Address => ({
    ...newAddress('Correspondence', false),
    ...partsOf(madeUpPlace(randomOf(`address ${number} ${id}`)), 'nl'),
  });
  return extraNode(one.path, (relation) => node.write(address(relation)), { empty: () => 'null' });
}

type List = Place & { kind: 'list' };

/** Lists whose items have the code of a relation each. */
function linkLists(place: Place): readonly List[] {
  if (place.kind === 'leaf') return [];
  if (place.kind === 'object') return place.entries.flatMap(([, child]) => linkLists(child));
  const [first] = place.items;
  const isLinks = first?.kind === 'object' && first.entries.some(([, child]) => isCode(child));
  return isLinks ? [place] : place.items.flatMap(linkLists);
}

const isCode = (place: Place) => place.kind === 'leaf' && place.leaf.tag?.kind === 'relation code';

function linksNode({ items: [first] }: List): Node<Relation> | undefined {
  if (first?.kind !== 'object') return undefined;
  const code = first.entries.find(([, child]) => isCode(child))?.[0];
  const type = first.entries.find(([, child]) => child.kind === 'leaf' && typeof child.leaf.raw === 'number')?.[0];
  return code === undefined ? undefined : linkListNode(type ?? 'linkType', code);
}
