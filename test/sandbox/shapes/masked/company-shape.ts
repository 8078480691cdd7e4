import { hintOf } from '../../../../src/inference/key-words.ts';
import type { Meaning } from '../../../../src/schema/field-place.ts';
import type { Address, Company } from '../../openthebox/model.ts';
import { text } from '../generated/forms/channels.ts';
import { PART_FORMS } from '../generated/forms/year-ends.ts';
import { companyLeaf } from '../generated/handmade.ts';
import { constant, type Form, type Lens, leaf, type Node, zoomed } from '../generated/node.ts';
import { placeOf as madeUpPlace } from '../generated/office/facts.ts';
import { partsOf } from '../generated/office/relation.ts';
import { ADDRESS_LENS, known, nameIn, seatIn } from '../generated/openthebox/facts.ts';
import { SITUATION_NUMBER, situationWord } from '../generated/openthebox/legal.ts';
import { type CompanyShape, companyShape, WRAPPERS } from '../generated/openthebox/shape.ts';
import { randomOf } from '../generated/random.ts';
import { held } from '../generated/truth.ts';
import { addressNode, addressNumber, seatNumber } from './address-group.ts';
import { dateForm, legalForm, numberForm, phoneForm, websiteForm, yearEndForm } from './forms.ts';
import { madeUp } from './made-up.ts';
import { bearersOf, languageOf } from './meanings.ts';
import { isInList, type Leaf, leavesOf, placeOf } from './place.ts';
import { treeNode } from './tree-node.ts';

const isNl = (one: Leaf) => languageOf(one).language === 'nl';
const isFr = (one: Leaf) => languageOf(one).language === 'fr';

/** The node of a masked value that carries the meaning. */
const NODES: Readonly<Partial<Record<Meaning, (leaf: Leaf) => Node<Company>>>> = {
  name: (one) => leaf(isNl(one) ? nameIn('nl') : isFr(one) ? nameIn('fr') : ANY_NAME, text, 'null', held('name')),
  legalForm: (one) => {
    const { part, form } = legalForm(one);
    const inDutch: Form<string> = {
      name: form.name,
      write: (code) => form.write(code, { language: 'nl' }),
      read: () => undefined,
    };
    return leaf(
      known((company: Company) => company.juridicalForm),
      inDutch,
      'null',
      held('legalForm', part),
    );
  },
  enterpriseNumber: (one) => companyLeaf.number(numberForm(one)),
  vatNumber: (one) => companyLeaf.vat(numberForm(one)),
  website: (one) => companyLeaf.website(websiteForm(one)),
  phone: (one) => companyLeaf.phone(phoneForm(one)),
  incorporationDate: (one) => companyLeaf.founded(dateForm(one)),
  fiscalYearEnd: (one) =>
    leaf(
      known((company: Company) => company.fiscalYearEnd),
      yearEndForm(one),
      'null',
      held('fiscalYearEnd'),
    ),
  juridicalSituation: (one) => {
    const isCode = /^\d*$/.test(one.pattern ?? '');
    const form = isCode
      ? one.pattern === undefined || one.tag?.isNumber
        ? SITUATION_NUMBER
        : text
      : situationWord(isFr(one) ? 'fr' : 'nl');
    const of = known<string>((company) => company.juridicalSituation);
    return leaf(of, form, 'null', held('juridicalSituation', isCode ? 'code' : 'word'));
  },
  typeOfEnterprise: () =>
    leaf(
      known<string>(({ naturalPerson }) => (naturalPerson ? '1' : '2')),
      text,
      'null',
      held('typeOfEnterprise', 'code'),
    ),
};
const MEANINGS = Object.keys(NODES) as Meaning[];

const ANY_NAME: Lens<Company, string> = known(({ nameNl, nameFr }) => nameNl ?? nameFr);

/** openthebox in the shape of a masked answer, as `maskedAdminpulse` is AdminPulse. */
export function maskedOpenthebox(masked: unknown): CompanyShape {
  const root = placeOf(masked);
  const isList = root.kind === 'list';
  const company = isList ? root.items[0] : root;
  if (company?.kind !== 'object') throw new Error('A masked answer of openthebox is an object, or a list of one');
  const leaves = leavesOf(company);
  const bearers = bearersOf(leaves, MEANINGS, ownNumber(leaves));
  const meaningOf = new Map(
    [...bearers].flatMap(([meaning, one]) => versionsOf(one, leaves).map((leaf) => [leaf, meaning])),
  );
  const number = seatNumber(leaves);
  const seat = leaves.find((one) => addressNumber(one) === number);
  const seats = new Set(leaves.filter((one) => seat && isVersion(one, seat, leaves)).map(addressNumber));

  const nodeOf = (one: Leaf): Node<Company> => {
    const number = addressNumber(one);
    if (number !== undefined) {
      const node = addressNode<Address>(one, ADDRESS_LENS, 'null');
      return seats.has(number) ? zoomed(seatOf(one), node) : otherAddress(number, node);
    }
    if (one.tag?.kind === 'year end 1') {
      const part = one.tag.form === 'month' ? 'month' : 'day';
      const of: Lens<Company, number> = known(({ fiscalYearEnd }) => fiscalYearEnd?.[part] ?? null);
      return leaf(of, PART_FORMS[one.tag.isNumber ? 'number' : 'text'], 'null', held('fiscalYearEnd', part));
    }
    const meaning = meaningOf.get(one);
    return (meaning && NODES[meaning]?.(one)) ?? madeUpNode(one);
  };
  const node = treeNode(company, nodeOf, () => undefined);
  return companyShape(node, WRAPPERS[isList ? 'array' : 'none'], new Set());
}

/** The company's own number stands nearest the root, whatever it is called: every company has one, liable to VAT or not. */
function ownNumber(leaves: readonly Leaf[]): ReadonlyMap<Leaf, Meaning> {
  const numbers = leaves.filter((one) => one.tag?.kind === 'enterprise number' && !isInList(one));
  const depth = Math.min(...numbers.map(({ names }) => names.length));
  const own = numbers.filter(({ names }) => names.length === depth);
  const isNamed = own.length > 1 && own.some(({ names }) => hintOf('enterpriseNumber', names).score >= 0);
  return new Map(isNamed ? [] : own.slice(0, 1).map((one) => [one, 'enterpriseNumber']));
}

const madeUpNode = (one: Leaf): Node<Company> =>
  constant(({ number }) => madeUp(one, randomOf(`${one.path} ${number}`)));

/** Leaves of the same names, but for a language in them. */
function versionsOf(one: Leaf, leaves: readonly Leaf[]): readonly Leaf[] {
  const { base, language } = languageOf(one);
  if (language === undefined) return [one];
  return leaves.filter(
    (other) => other === one || (languageOf(other).language !== undefined && languageOf(other).base === base),
  );
}

const isVersion = (one: Leaf, seat: Leaf, leaves: readonly Leaf[]) => versionsOf(seat, leaves).includes(one);

/** The seat in the language that a name on the way says, else in the one that there is. */
function seatOf(one: Leaf) {
  if (isNl(one)) return seatIn('nl');
  if (isFr(one)) return seatIn('fr');
  return { ...seatIn('nl'), find: ({ addressNl, addressFr }: Company) => addressNl ?? addressFr ?? undefined };
}

function otherAddress(number: number, node: Node<Address>): Node<Company> {
  return constant((company) => {
    const {
      street,
      number: house,
      box,
      postalCode,
      city,
    } = partsOf(madeUpPlace(randomOf(`address ${number} ${company.number}`)), 'nl');
    return node.write({
      street: street ?? '',
      number: house ?? '',
      ...(box && { box }),
      zipCode: postalCode ?? '',
      city: city ?? '',
      countryCode: 'BE',
    });
  });
}
