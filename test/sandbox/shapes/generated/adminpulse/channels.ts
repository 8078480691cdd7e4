import { randomUUID } from 'node:crypto';
import type { Channel, ChannelType, Relation } from '../../../model.ts';
import type { Builder } from '../builder.ts';
import { text } from '../forms/channels.ts';
import type { Concept } from '../key-words.ts';
import { FAVOURITES, listByKind, scalars } from '../lists.ts';
import { type Entry, type Form, group, type Lens, leaf, type Node, Refused } from '../node.ts';
import { phoneIn } from '../office/facts.ts';
import { randomOf } from '../random.ts';
import { type Held, held } from '../truth.ts';
import type { ValueForms } from '../value-forms.ts';
import { mainChannelLens } from './lenses.ts';
import { ADMINPULSE_OPTIONS as OPTIONS } from './options.ts';

type B = Builder<Relation>;

const CHANNEL_KINDS = {
  code: { Phone: 'T', Mobile: 'G', Email: 'E', Website: 'W', POBox: 'P', fax: 'F' },
  dutch: { Phone: 'Telefoon', Mobile: 'GSM', Email: 'E-mail', Website: 'Website', POBox: 'Postbus', fax: 'Fax' },
  english: { Phone: 'PHONE', Mobile: 'MOBILE', Email: 'EMAIL', Website: 'WEB', POBox: 'POBOX', fax: 'FAX' },
  french: { Phone: 'Téléphone', Mobile: 'Portable', Email: 'Courriel', Website: 'Site', POBox: 'BP', fax: 'Télécopie' },
  number: { Phone: 1, Mobile: 2, Email: 4, Website: 5, POBox: 6, fax: 3 },
} as const satisfies Readonly<Record<string, Readonly<Record<ChannelType | 'fax', string | number>>>>;

type Kind = {
  readonly type: ChannelType;
  readonly concept: Concept;
  form(forms: ValueForms): Form<string>;
  readonly carries?: Held;
};

const KINDS: readonly Kind[] = [
  { type: 'Phone', concept: 'phone', form: ({ phone }) => phone, carries: held('phone') },
  { type: 'Mobile', concept: 'mobile', form: ({ phone }) => phone },
  { type: 'Email', concept: 'email', form: () => text },
  { type: 'Website', concept: 'website', form: ({ website }) => website, carries: held('website') },
  { type: 'POBox', concept: 'description', form: () => text },
];

export function addChannels(builder: B): void {
  const option = builder.chooser.choose('channels', OPTIONS.channels);
  const { chooser, forms } = builder;
  const present = KINDS.filter(
    ({ type }) =>
      type === 'Phone' || type === 'Website' || (type !== 'POBox' && chooser.includes(`decoy: ${type}`, 0.7)),
  );
  const node = ({ type, form, concept, carries }: Kind) =>
    leaf(mainChannelLens(type), form(forms), forms.empty(concept), carries);
  if (option === 'list') {
    addList(builder);
    return;
  }
  if (option === 'map') {
    const keys = builder.keysOf('channels');
    builder.add('root', 'channels', group(present.map((kind) => ({ key: keys(kind.concept), node: node(kind) }))));
    return;
  }
  for (const kind of present) {
    const isList = option === 'scalars' && kind.carries !== undefined;
    if (isList) builder.add('contactGroup', kind.type === 'Phone' ? 'phones' : 'websites', bareList(kind, forms));
    else builder.add('contactGroup', kind.concept, node(kind));
  }
}

function bareList({ type, form, concept, carries }: Kind, forms: ValueForms): Node<Relation> {
  const values = form(forms);
  return scalars<Relation, Channel>({
    items: (relation) => ({
      own: relation.channels.filter((channel) => channel.type === type),
      replace(items) {
        // Each takes the place of the one before of its rank; what is more stands at the end.
        const left = items.map((item, index) => ({ ...item, favorite: index === 0 }));
        const kept = relation.channels.flatMap((channel) => (channel.type === type ? left.splice(0, 1) : [channel]));
        relation.channels = [...kept, ...left];
      },
    }),
    written: ({ value }) => values.write(value, undefined),
    read(item, raw) {
      const value = values.read(raw, undefined);
      if (value === undefined) throw new Refused(`${JSON.stringify(raw)} is not ${values.name}`);
      item.value = value;
    },
    create: () => newChannel(type),
    carries: carries ?? held('phone'),
    empty: forms.empty(concept),
  });
}

const newChannel = (type: ChannelType): Channel => ({
  id: randomUUID(),
  type,
  value: '',
  favorite: false,
  description: null,
});

const value: Lens<Channel, string> = {
  get: (channel) => channel.value,
  set: (channel, given) => {
    if (given === null) throw new Refused('a channel needs a value');
    channel.value = given;
  },
};
const description: Lens<Channel, string> = {
  get: (channel) => channel.description,
  set: (channel, given) => {
    channel.description = given;
  },
};

function addList(builder: B): void {
  const { chooser, forms } = builder;
  const keys = builder.keysOf('channel item');
  const kinds = CHANNEL_KINDS[chooser.choose('kinds', OPTIONS.kinds)];
  const mark = chooser.choose('favourite', OPTIONS.favourite);
  const favourite = mark === 'none' ? undefined : { key: keys('favourite'), ...FAVOURITES[mark] };
  const more: Entry<Channel>[] = [
    ...(chooser.includes('channel list: ids', 0.4)
      ? [{ key: keys('id'), node: leaf({ get: (channel: Channel) => channel.id }, text, 'null') }]
      : []),
    ...(chooser.includes('channel list: descriptions', 0.4)
      ? [{ key: keys('description'), node: leaf(description, text, forms.empty('description')) }]
      : []),
  ];
  const kindKey = keys('kind');
  const valueKey = keys('value');
  const bodies = Object.fromEntries(
    KINDS.map(({ type, form, carries }) => [
      type,
      group([{ key: valueKey, node: leaf(value, form(forms), 'null', carries) }, ...more]),
    ]),
  ) as Record<ChannelType, Node<Channel>>;
  const withFax = chooser.includes('decoy: fax in the list', 0.5);
  const faxOf = (relation: Relation): readonly unknown[] => {
    const random = randomOf(`decoy fax ${relation.id}`);
    if (!withFax || random.chance(0.4)) return [];
    const fax = forms.phone.write(phoneIn(random, '09'), undefined);
    const blank = { ...newChannel('Phone'), id: relation.id };
    const item = Object.fromEntries(
      more.map(({ key, node }) => [key, node.write(blank)] as const).filter(([, raw]) => raw !== undefined),
    );
    return [{ [kindKey]: kinds.fax, [valueKey]: fax, ...item, ...(favourite && { [favourite.key]: favourite.yes }) }];
  };
  builder.add(
    'root',
    'channels',
    listByKind<Relation, Channel, ChannelType>({
      items: (relation) => relation.channels,
      kindOf: (channel) => channel.type,
      create: newChannel,
      kindKey,
      kinds,
      bodies,
      favourite,
      reversed: favourite !== undefined && chooser.includes('channel list: reversed', 0.3),
      empty: forms.empty('channels'),
      others: {
        get: (relation) => (relation.extra?.otherChannels as readonly unknown[] | undefined) ?? faxOf(relation),
        set: (relation, otherChannels) => {
          relation.extra = { ...relation.extra, otherChannels };
        },
      },
    }),
  );
}
