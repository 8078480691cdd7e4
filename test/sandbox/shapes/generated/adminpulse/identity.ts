import { z } from 'zod';
import type { Relation } from '../../../model.ts';
import type { Builder } from '../builder.ts';
import { codeAndName, type EnumStyle } from '../enum-nodes.ts';
import { text } from '../forms/channels.ts';
import { LANGUAGE_FORMS, STATUS_FORMS, TYPE_FORMS } from '../forms/enums.ts';
import { group, leaf, type Node, Refused } from '../node.ts';
import { type Held, held } from '../truth.ts';
import { DECOYS, decoyNode } from './decoys.ts';
import { fact, nameWithForm, shown } from './lenses.ts';
import { ADMINPULSE_OPTIONS as OPTIONS } from './options.ts';

type B = Builder<Relation>;

/** What public code proves to stand at the root (reference 1.4), in the shapes that keep it. */
export const KNOWN_KEYS = ['id', 'uniqueIdentifier', 'code', 'companyId', 'tos'] as const;

export function addIdentity(builder: B): void {
  const { chooser, forms } = builder;
  const isKnown = chooser.choose('own keys', OPTIONS['own keys']) === 'known';
  const known = (key: (typeof KNOWN_KEYS)[number]) => ({ inRow: true, ...(isKnown && { key }) });
  builder.add('root', 'id', leaf(shown(fact('id')), text, 'null', held('id')), known('id'));
  builder.add('root', 'code', leaf(shown(fact('code')), text, 'null', held('code')), known('uniqueIdentifier'));
  builder.add('root', 'customerCode', leaf(fact('customerCode'), text, forms.empty('customerCode')), known('code'));
  addNames(builder);
  addEnums(builder);
  addOwnCompany(builder, known('companyId'));
  builder.add('root', 'links', linksNode(builder, isKnown), known('tos'));
  builder.add('accountingGroup', 'accountingCode', leaf(fact('accountingCode'), text, forms.empty('accountingCode')));
  builder.add('accountingGroup', 'cupboard', leaf(fact('cupboardNumber'), text, forms.empty('cupboard')));
}

function addNames(builder: B): void {
  const { chooser, forms } = builder;
  const withForm = chooser.choose('name', OPTIONS.name) === 'with legal form';
  const alone = chooser.choose('legal form', OPTIONS['legal form']) === 'in the name alone';
  const name =
    withForm || alone
      ? leaf(nameWithForm(alone), text, 'null', held('name', 'name', 'legalForm'))
      : leaf(fact('name', true), text, 'null', held('name'));
  builder.add('identityGroup', 'name', name, { inRow: true });
  const plain = (concept: 'commercialName' | 'firstName' | 'lastName', carries?: Held) =>
    builder.add('identityGroup', concept, leaf(fact(concept), text, forms.empty(concept), carries));
  if (chooser.includes('decoy: displayName', 0.4)) {
    builder.add('identityGroup', 'displayName', leaf(fact('name', true), text, 'null', held('name')), { inRow: true });
  }
  if (chooser.includes('decoy: commercialName', 0.7)) plain('commercialName', held('commercialName'));
  if (chooser.includes('decoy: person names', 0.6)) {
    plain('firstName');
    plain('lastName');
  }
  if (chooser.includes('decoy: group', 0.4)) {
    builder.add('root', 'group', leaf(fact('group'), text, forms.empty('group')), { inRow: true });
  }
}

function addEnums(builder: B): void {
  const { chooser, forms } = builder;
  const style: EnumStyle = chooser.choose('enums', OPTIONS.enums);
  const keys = builder.keysOf('enum');
  builder.add(
    'root',
    'language',
    style === 'plain'
      ? plainLanguage(builder)
      : codeAndName(
          style,
          fact('language', true),
          { code: style === 'value and label' ? LANGUAGE_FORMS.number : LANGUAGE_FORMS.nl, word: LANGUAGE_FORMS.word },
          'language',
          keys,
          forms.empty('language'),
        ),
  );
  const type = chooser.choose('type', OPTIONS.type);
  const status = chooser.choose('status', OPTIONS.status);
  builder.add(
    'root',
    'type',
    style === 'plain'
      ? leaf(fact('type', true), TYPE_FORMS[type], 'null', held('type'))
      : codeAndName(
          style,
          fact('type', true),
          { code: TYPE_FORMS.number, word: TYPE_FORMS.dutch },
          'type',
          keys,
          'null',
        ),
  );
  builder.add(
    'root',
    'status',
    style === 'plain'
      ? leaf(fact('status', true), STATUS_FORMS[status], 'null', held('status'))
      : codeAndName(
          style,
          fact('status', true),
          { code: STATUS_FORMS.number, word: STATUS_FORMS.dutch },
          'status',
          keys,
          'null',
        ),
  );
}

function plainLanguage({ chooser }: B): Node<Relation> {
  const form = chooser.choose('language', OPTIONS.language);
  const part = form === 'word' || form === 'own word' ? 'word' : 'code';
  return leaf(fact('language', true), LANGUAGE_FORMS[form], 'null', held('language', part));
}

function addOwnCompany(builder: B, options: { inRow: boolean; key?: string }): void {
  const id = leaf(fact('companyId', true), text, 'null', held('ownCompany'));
  if (builder.chooser.choose('own company', OPTIONS['own company']) === 'plain') {
    builder.add('root', 'ownCompany', id, options);
    return;
  }
  const keys = builder.keysOf('office');
  const { office } = DECOYS;
  if (!office) return;
  const company = group<Relation>([
    { key: keys('id'), node: id },
    { key: keys('data'), node: decoyNode('ownCompany', office, builder.forms, keys) },
  ]);
  builder.add('root', 'ownCompany', company, options);
}

const linkList = (type: string, code: string) =>
  z.array(z.looseObject({ [type]: z.int(), [code]: z.string().regex(/^APR\d+$/) }));

/** Outgoing links. The list carries the meaning, and each code in it. */
function linksNode(builder: B, isKnown: boolean): Node<Relation> {
  const keys = builder.keysOf('link');
  const [type, code] = isKnown ? ['linkType', 'uniqueIdentifier'] : [keys('linkType'), keys('linkCode')];
  const schema = linkList(type, code);
  return {
    write: ({ links }) => links.map((link) => ({ [type]: link.linkType, [code]: link.code })),
    read(raw, into) {
      const read = schema.safeParse(raw ?? []);
      if (!read.success) throw new Refused(z.prettifyError(read.error));
      into.links = read.data.map((link) => ({ linkType: link[type] as number, code: link[code] as string }));
    },
    mark: (_, path, marks) => {
      marks.set(path, held('linkedRelations'));
    },
  };
}
