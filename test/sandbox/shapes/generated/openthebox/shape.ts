import { companyAnswer } from '../../../openthebox/answers.ts';
import type { Company, Register } from '../../../openthebox/model.ts';
import { createBuilder, namingOf } from '../builder.ts';
import { createChooser } from '../chooser.ts';
import { group, isObject, type Node, wrapped } from '../node.ts';
import type { Random } from '../random.ts';
import { entriesAt } from '../tree.ts';
import type { Marks, Truth } from '../truth.ts';
import { addAddresses } from './addresses.ts';
import { addContacts } from './contacts.ts';
import { COMPANY_DECOYS, companyDecoyNode } from './decoys.ts';
import { addLegalForm, addSituation } from './legal.ts';
import { addNames } from './names.ts';
import { addNumbers, addYearEnd } from './numbers.ts';
import { OPENTHEBOX_OPTIONS as OPTIONS } from './options.ts';

/** A shape of openthebox's answer about a company. */
export type CompanyShape = {
  answer(company: Company, register: Register): unknown;
  /** What the leaves of an answer carry. */
  truth(document: unknown): Truth;
  readonly features: ReadonlySet<string>;
};

export function generateOpenthebox(random: Random): CompanyShape {
  const chooser = createChooser(random);
  const naming = namingOf(
    chooser.choose('key language', OPTIONS['key language']),
    chooser.choose('casing', OPTIONS.casing),
    chooser.choose('nonsense', OPTIONS.nonsense),
    0,
  );
  const builder = createBuilder<Company>(chooser, chooser.choose('layout', OPTIONS.layout), naming, MANDATES);
  addNames(builder);
  addNumbers(builder);
  addLegalForm(builder);
  addSituation(builder);
  addAddresses(builder);
  addContacts(builder);
  addYearEnd(builder);
  for (const [name, decoy] of Object.entries(COMPANY_DECOYS)) {
    if (!chooser.includes(`decoy: ${name}`, decoy.probability)) continue;
    const keys = builder.keysOf(decoy.concept);
    builder.add(decoy.group, decoy.concept, companyDecoyNode(name, decoy, builder.forms, keys));
  }
  const placed = random.chance(0.5) ? builder.placed : random.shuffled(builder.placed);
  const company = group(entriesAt(placed, builder.objectKeys, 'keys'));
  const wrapper = chooser.choose('wrapper', OPTIONS.wrapper);
  return companyShape(company, WRAPPERS[wrapper], chooser.features);
}

/** Links have a call of their own; what the company's answer says of them stays as it is. */
const MANDATES = ['personMandates', 'participationHists'];

type Wrapper = (node: Node<Company>) => Node<Company>;

export const WRAPPERS: Readonly<Record<keyof (typeof OPTIONS)['wrapper'], Wrapper>> = {
  none: (node) => node,
  data: (node) => group([{ key: 'data', node }]),
  company: (node) => group([{ key: 'company', node }]),
  array: wrapped,
  'data list': (node) => group([{ key: 'data', node: wrapped(node) }]),
};

/** A shape of the company's own object, and what it is wrapped in. */
export function companyShape(node: Node<Company>, wrap: Wrapper, features: ReadonlySet<string>): CompanyShape {
  const withMandates = (register: Register): Node<Company> => ({
    ...node,
    write(company) {
      const own = node.write(company);
      const { personMandates, participationHists }: Record<string, unknown> = { ...companyAnswer(company, register) };
      return { ...(isObject(own) ? own : {}), personMandates, participationHists };
    },
  });
  return {
    answer: (company, register) => wrap(withMandates(register)).write(company),
    truth(document) {
      const marks: Marks = new Map();
      wrap(node).mark(document, '$', marks);
      return marks;
    },
    features,
  };
}
