import type { Company } from '../../../openthebox/model.ts';
import type { Builder } from '../builder.ts';
import { text } from '../forms/channels.ts';
import { type Form, group, type Lens, leaf, type Node } from '../node.ts';
import { childPath, type Held, held } from '../truth.ts';
import { known } from './facts.ts';
import { type Item, matchedList } from './matched-list.ts';
import { OPENTHEBOX_OPTIONS as OPTIONS } from './options.ts';

type Contact = {
  readonly concept: 'phone' | 'website';
  readonly list: 'phones' | 'websites';
  readonly kind: string;
  readonly lens: Lens<Company, string>;
  readonly form: Form<string>;
  readonly carries: Held;
};

export function addContacts(builder: Builder<Company>): void {
  const { chooser, forms } = builder;
  const contacts: readonly Contact[] = [
    {
      concept: 'phone',
      list: 'phones',
      kind: 'TEL',
      lens: known(({ telephone }) => telephone),
      form: forms.phone,
      carries: held('phone'),
    },
    {
      concept: 'website',
      list: 'websites',
      kind: 'WEB',
      lens: known(({ website }) => website),
      form: forms.website,
      carries: held('website'),
    },
  ];
  const node = ({ lens, form, concept, carries }: Contact) => leaf(lens, form, forms.empty(concept), carries);
  const option = chooser.choose('contacts', OPTIONS.contacts);
  if (option === 'map') {
    const keys = builder.keysOf('contacts');
    builder.add('root', 'channels', group(contacts.map((one) => ({ key: keys(one.concept), node: node(one) }))));
  } else if (option === 'list') builder.add('root', 'channels', contactList(builder, contacts));
  else {
    for (const one of contacts) {
      if (option === 'scalars') builder.add('contactGroup', one.list, listOfOne(node(one)));
      else builder.add('contactGroup', one.concept, node(one));
    }
  }
}

function contactList({ keysOf }: Builder<Company>, contacts: readonly Contact[]): Node<Company> {
  const keys = keysOf('contact');
  const kind = keys('kind');
  const value = keys('value');
  const item = (code: string, lens: Lens<Company, string>, form: Form<string>, carries?: Held): Item<Company> => ({
    match: { [kind]: code },
    body: group([{ key: value, node: leaf(lens, form, 'null', carries) }]),
    isThere: (company) => lens.get(company) !== null,
  });
  return matchedList([
    item(
      'EMAIL',
      known(({ email }) => email),
      text,
    ),
    ...contacts.map(({ kind: code, lens, form, carries }) => item(code, lens, form, carries)),
  ]);
}

/** A list of the one value, empty where there is none. */
function listOfOne(node: Node<Company>): Node<Company> {
  return {
    write: (from) => [node.write(from)].filter((value) => value !== null && value !== undefined && value !== ''),
    read: () => undefined,
    mark: (raw, path, marks) => {
      if (Array.isArray(raw) && raw.length > 0) node.mark(raw[0], childPath(path, 0), marks);
    },
  };
}
