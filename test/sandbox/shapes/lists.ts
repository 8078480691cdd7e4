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
};

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
export const ENVELOPES: Readonly<Record<string, (list: ListPage) => unknown>> = {
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

/** The one that was seen, as often as any three others. */
export function generateLists(random: Random): ListForms {
  const envelope = random.chance(0.25) ? 'seen' : random.pick(Object.keys(ENVELOPES));
  const wrap = ENVELOPES[envelope] ?? SEEN;
  const [id, name] = random.pick(OWN_COMPANY_KEYS);
  const isWrapped = random.chance(0.5);
  return {
    page: wrap,
    ownCompanies: (list) => {
      const rows = list.map((one) => ({ [id]: one.id, [name]: one.name }));
      return isWrapped ? wrap({ rows, page: 0, pageSize: 50, total: rows.length }) : rows;
    },
  };
}

export const SEEN_LISTS: ListForms = { page: SEEN, ownCompanies: (list) => list };
