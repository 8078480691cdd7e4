import type { Random } from './generated/random.ts';

/** A page of a list, and where it stands among all. */
export type ListPage = {
  readonly rows: readonly object[];
  readonly page: number;
  readonly pageSize: number;
  readonly total: number;
};

/** How lists are answered, whose envelope nobody has seen but for one. */
export type ListForms = {
  page(list: ListPage): unknown;
  ownCompanies(list: readonly { readonly id: string; readonly name: string }[]): unknown;
  /** openthebox's answer of a search. */
  hits(list: readonly object[]): unknown;
  /** openthebox's answer of a graph. */
  graph(elements: readonly GraphElement[]): unknown;
};

type GraphElement = { readonly group: 'nodes' | 'edges'; readonly data: Readonly<Record<string, unknown>> };

const pagesOf = ({ total, pageSize }: ListPage) => Math.ceil(total / pageSize);

/** The one that public code shows (C). */
const SEEN = (list: ListPage) => ({
  results: list.rows,
  currentPage: list.page,
  pageCount: pagesOf(list),
  pageSize: list.pageSize,
  totalRowCount: list.total,
});

/** What others answer. Those that say no number of pages, or say it under another name, have to be read to their end. */
const ENVELOPES: Readonly<Record<string, (list: ListPage) => unknown>> = {
  seen: SEEN,
  bare: ({ rows }) => rows,
  data: ({ rows, total }) => ({ data: rows, meta: { total } }),
  'two levels': (list) => ({ data: { items: list.rows, pages: pagesOf(list), page: list.page + 1 } }),
  HAL: ({ rows, page, pageSize: size, total }) => ({
    _links: { self: { href: '/relations' } },
    _embedded: { relations: rows },
    page: { size, totalElements: total, number: page },
  }),
  'JSON:API': ({ rows, total }) => ({
    data: rows,
    included: [{ type: 'office', id: '1', name: 'Kantoor Lindeboom', vat: 'BE0001005533' }],
    links: { next: null },
    meta: { total },
  }),
  OData: ({ rows, total }) => ({ '@odata.context': '$metadata#Relations', '@odata.count': total, value: rows }),
  Spring: (list) => ({
    content: list.rows,
    pageable: { pageNumber: list.page, sort: [{ property: 'name', direction: 'ASC' }] },
    totalPages: pagesOf(list),
    totalElements: list.total,
  }),
  GraphQL: ({ rows, total }) => ({
    data: { relations: { edges: rows.map((node, index) => ({ cursor: String(index), node })), totalCount: total } },
  }),
  Dutch: ({ rows, total }) => ({ resultaten: rows, aantal: total, fouten: [] }),
  French: ({ rows, total, page }) => ({ succès: true, résultats: rows, page, nombre: total }),
  nonsense: ({ rows, total }) => ({ qx7: rows, n: total, kl: [{ k: 'a', l: 'Aa' }] }),
};

const OWN_COMPANY_KEYS = [
  ['id', 'name'],
  ['identificatie', 'naam'],
  ['uuid', 'raison_sociale'],
  ['f17', 'x_ab'],
] as const;

type Names = Readonly<Record<string, string>>;

/** What the keys of hits and graphs may be called; the values stay. */
const KEY_SETS: readonly Names[] = [
  {},
  {
    ...{
      vat: 'ondernemingsnummer',
      nameNl: 'benaming_nl',
      nameFr: 'benaming_fr',
      city: 'gemeente',
      zipCode: 'postcode',
    },
    ...{ juridicalForm: 'rechtsvorm', juridicalSituation: 'toestand', firstName: 'voornaam', lastName: 'achternaam' },
    ...{ id: 'sleutel', caption: 'naam', type: 'soort', source: 'van', target: 'naar', startDate: 'vanaf' },
    ...{ endDate: 'tot', percentage: 'aandeel', historic: 'historisch', pid: 'persoonId' },
  },
  {
    ...{ vat: 'numeroBce', nameNl: 'denominationNl', nameFr: 'denominationFr', city: 'commune', zipCode: 'codePostal' },
    ...{ juridicalForm: 'formeJuridique', juridicalSituation: 'situation', firstName: 'prenom', lastName: 'nom' },
    ...{ id: 'cle', caption: 'denomination', type: 'role', source: 'origine', target: 'cible', startDate: 'debut' },
    ...{ endDate: 'fin', percentage: 'pct', historic: 'ancien', pid: 'personId' },
  },
  {
    ...{ vat: 'f1', nameNl: 'x_nl', nameFr: 'x_fr', city: 'q7', zipCode: 'q8', juridicalForm: 'f2' },
    ...{ juridicalSituation: 'f3', firstName: 'a1', lastName: 'a2', id: 'k', caption: 'label', type: 'kind' },
    ...{ source: 'u', target: 'v', startDate: 'since', endDate: 'until', percentage: 'share', pid: 'pid' },
  },
];

const renamed = (object: object, names: Names) =>
  Object.fromEntries(Object.entries(object).map(([key, value]) => [names[key] ?? key, value]));

/** In two lists, or as elements with their values below another key. */
const GRAPH_FORMS: Readonly<Record<string, (elements: readonly GraphElement[], names: Names) => unknown>> = {
  seen: (elements, names) => elements.map(({ group, data }) => ({ group, data: renamed(data, names) })),
  lists: (elements, names) => {
    const of = (group: string) => elements.filter((one) => one.group === group).map(({ data }) => renamed(data, names));
    return { nodes: of('nodes'), edges: of('edges') };
  },
  nested: (elements, names) => ({
    data: { elements: elements.map(({ group, data }) => ({ sort: group, attributes: renamed(data, names) })) },
  }),
};

/** The one that was seen, as often as any three others. */
export function generateLists(random: Random): ListForms {
  const envelope = random.chance(0.25) ? 'seen' : random.pick(Object.keys(ENVELOPES));
  const wrap = ENVELOPES[envelope] ?? SEEN;
  const [id, name] = random.pick(OWN_COMPANY_KEYS);
  const isWrapped = random.chance(0.5);
  const ofOpenthebox = random.fork('openthebox');
  const names = ofOpenthebox.pick(KEY_SETS);
  const wrapHits = ENVELOPES[ofOpenthebox.pick(Object.keys(ENVELOPES))] ?? SEEN;
  const graphOf = GRAPH_FORMS[ofOpenthebox.pick(Object.keys(GRAPH_FORMS))];
  return {
    page: wrap,
    ownCompanies: (list) => {
      const rows = list.map((one) => ({ [id]: one.id, [name]: one.name }));
      return isWrapped ? wrap({ rows, page: 0, pageSize: 50, total: rows.length }) : rows;
    },
    hits: (list) => {
      const rows = list.map((hit) => renamed(hit, names));
      return wrapHits({ rows, page: 0, pageSize: 20, total: rows.length });
    },
    graph: (elements) => graphOf?.(elements, names),
  };
}

export const SEEN_LISTS: ListForms = {
  page: SEEN,
  ownCompanies: (list) => list,
  hits: (list) => list,
  graph: (elements) => elements,
};
