import type { Relation } from '../../../model.ts';
import type { Raw, Shape, Writable } from '../../shape.ts';
import { createBuilder, namingOf } from '../builder.ts';
import { createChooser } from '../chooser.ts';
import { type Entry, group, isObject, Refused } from '../node.ts';
import type { Random } from '../random.ts';
import { entriesAt } from '../tree.ts';
import type { Marks, Truth } from '../truth.ts';
import { addAddresses } from './addresses.ts';
import { addChannels } from './channels.ts';
import { DECOYS, decoyNode } from './decoys.ts';
import { addIdentity, KNOWN_KEYS } from './identity.ts';
import { addLegalForm } from './legal.ts';
import { addDates, addNumbers, addYearEnd } from './numbers.ts';
import { ADMINPULSE_OPTIONS as OPTIONS } from './options.ts';

/** A shape of AdminPulse's relations, with what the leaves of its documents carry. */
export type GeneratedShape = Shape & {
  /** What the leaves of an answer of `GET /relations/{identifier}` carry. */
  truth(document: unknown): Truth;
  /** The same of a row of `GET /relations`. */
  rowTruth(row: unknown): Truth;
  readonly features: ReadonlySet<string>;
};

export function generateAdminpulse(random: Random): GeneratedShape {
  const chooser = createChooser(random);
  const naming = namingOf(
    chooser.choose('key language', OPTIONS['key language']),
    chooser.choose('casing', OPTIONS.casing),
    chooser.choose('nonsense', OPTIONS.nonsense),
    random.fork('foreign keys').pick([0, 0, 0.15]),
  );
  const isKnown = chooser.choose('own keys', OPTIONS['own keys']) === 'known';
  const builder = createBuilder<Relation>(
    chooser,
    chooser.choose('layout', OPTIONS.layout),
    naming,
    isKnown ? KNOWN_KEYS : [],
  );
  addIdentity(builder);
  addLegalForm(builder);
  addNumbers(builder);
  addAddresses(builder);
  addChannels(builder);
  addDates(builder);
  addYearEnd(builder);
  for (const [name, decoy] of Object.entries(DECOYS)) {
    if (!chooser.includes(`decoy: ${name}`, decoy.probability)) continue;
    builder.add(decoy.group, decoy.concept, decoyNode(name, decoy, builder.forms, builder.keysOf(decoy.concept)));
  }

  const placed = orderOf(builder.placed, random.fork('order'));
  const entries = entriesAt(placed, builder.objectKeys, 'keys');
  const row = entriesAt(
    placed.filter(({ inRow }) => inRow),
    builder.objectKeys,
    'keys',
  );
  const isWrapped = chooser.choose('wrapper', OPTIONS.wrapper) === 'data';
  const whole = isWrapped ? [{ key: 'data', node: group(entries) }] : entries;
  return shapeOf(whole, row, chooser.features);
}

/** Some services keep like by like, others order their keys by no rule that is seen. */
function orderOf<T>(placed: readonly T[], random: Random): readonly T[] {
  return random.chance(0.5) ? placed : random.shuffled(placed);
}

/** A shape out of the entries of its documents and of its rows. */
export function shapeOf(
  entries: readonly Entry<Relation>[],
  rowEntries: readonly Entry<Relation>[],
  features: ReadonlySet<string>,
): GeneratedShape {
  const whole = group(entries);
  const row = group(rowEntries);
  const marksOf = (node: typeof whole) => (document: unknown) => {
    const marks: Marks = new Map();
    node.mark(document, '$', marks);
    return marks;
  };
  return {
    single: (relation) => objectOf(whole.write(relation)),
    row: (relation) => objectOf(row.write(relation)),
    writable: Object.fromEntries(entries.map(({ key, node }) => [key, writableOf(node)])),
    // A made-up shape says nothing of what a new relation must have; without a name none is made.
    required: { always: [], oneNumber: [], person: [], since: [] },
    truth: marksOf(whole),
    rowTruth: marksOf(row),
    features,
  };
}

function writableOf(node: Entry<Relation>['node']): Writable {
  return (relation, value) => {
    try {
      node.read(value, relation, structuredClone(relation));
      return undefined;
    } catch (error) {
      if (error instanceof Refused) return error.message;
      throw error;
    }
  };
}

function objectOf(raw: unknown): Raw {
  return isObject(raw) ? raw : {};
}
