import { zValidator } from '@hono/zod-validator';
import { Hono } from 'hono';
import { z } from 'zod';
import type { Relation } from '../model.ts';
import { isEnterpriseNumber, tenDigits } from '../numbers.ts';
import { OWN_COMPANIES } from '../seed/relation.ts';
import { type ListPage, SEEN_LISTS } from '../shapes/lists.ts';
import { type Problems, patched, type Raw, rawBody } from '../shapes/shape.ts';
import type { Env, State } from '../state.ts';
import { API_KEYS, keyIn, keyRequired, scopeRequired } from './access.ts';
import { created } from './create.ts';

/** Pages start at 0 and hold 400 rows at most (C); the default size and the answer to a larger one are unknown (U). */
const paging = z.object({
  page: z.coerce.number().int().min(0).default(0),
  pageSize: z.coerce.number().int().min(1).max(400).default(50),
});

const relationQuery = paging.extend({ vatNumber: z.string().optional() });

/**
 * AdminPulse's API, after reference 1. Base, Bearer key, 480 calls a minute and the status codes are documented (D);
 * paging, `vatNumber` and `GET /relations/{identifier}` seen in code (C); `PUT` inferred from `PUT /tasks/{id}` and
 * Zapier's "update" (I); `POST` and every error body are guesses (U). There are no CORS headers (I).
 */
export function adminpulseApi(state: State): Hono<Env> {
  const api = new Hono<Env>();
  const reading = scopeRequired(state, 'relations.read');
  const writing = scopeRequired(state, 'relations.write');
  const notFound = { message: 'The resource was not found.' };

  api.use(keyRequired(state));

  api.get('/relations', reading, zValidator('query', relationQuery, refuseInvalid), (c) => {
    const { page, pageSize, vatNumber } = c.req.valid('query');
    const found = state.relations.all().filter(vatFilter(state, vatNumber));
    return c.json(state.lists.page(pageOf(found, page, pageSize, state.shape.row)) as object);
  });

  api.get('/relations/:identifier', reading, (c) => {
    const relation = state.relations.find(c.req.param('identifier'));
    return relation ? c.json(state.shape.single(relation)) : c.json(notFound, 404);
  });

  api.put('/relations/:identifier', writing, zValidator('json', rawBody, refuseInvalid), (c) => {
    const before = state.relations.find(c.req.param('identifier'));
    if (!before) return c.json(notFound, 404);
    const result = patched(state.shape, before, kept(c.req.valid('json'), c.get('ignoredKeys')));
    if ('problems' in result) return c.json(problemDetails(result.problems), 400);
    state.relations.save(result.relation, ownerOf(c.req.header('Authorization')));
    return c.body(null, 200);
  });

  api.post('/relations', writing, zValidator('json', rawBody, refuseInvalid), (c) => {
    const result = created(state.shape, state.relations.nextCode(), c.req.valid('json'));
    if ('problems' in result) return c.json(problemDetails(result.problems), 400);
    state.relations.save(result.relation, ownerOf(c.req.header('Authorization')));
    const { id, code } = result.relation;
    return c.json({ id, uniqueIdentifier: code }, 201);
  });

  api.get('/companies', (c) => c.json(state.lists.ownCompanies(OWN_COMPANIES) as object));

  api.get('/users', zValidator('query', paging, refuseInvalid), (c) => {
    const { page, pageSize } = c.req.valid('query');
    const users = Object.values(API_KEYS).map(({ owner }, index) => ({ id: String(index + 1), name: owner }));
    return c.json(SEEN_LISTS.page(pageOf(users, page, pageSize, (user) => user)) as object);
  });

  api.notFound((c) => c.json(notFound, 404));
  return api;
}

function pageOf<Item>(items: readonly Item[], page: number, pageSize: number, row: (item: Item) => object): ListPage {
  const rows = items.slice(page * pageSize, (page + 1) * pageSize).map(row);
  return { rows, page, pageSize, total: items.length };
}

/** Digits only; a relation that has an enterprise number and no VAT number is not found by it (U). */
function vatFilter(state: State, vatNumber: string | undefined): (relation: Relation) => boolean {
  const { vatFilter: how } = state.settings;
  if (vatNumber === undefined || how === 'ignored') return () => true;
  if (!/^\d{9,10}$/.test(vatNumber)) return () => false;
  const asked = tenDigits(vatNumber);
  const significant = how === 'loose' ? 7 : 10;
  return ({ vatNumber: own }) =>
    own !== null && isEnterpriseNumber(own) && own.slice(0, significant) === asked.slice(0, significant);
}

function kept(body: Raw, ignored: readonly string[] | 'all' | undefined): Raw {
  if (!ignored) return body;
  return Object.fromEntries(Object.entries(body).filter(([key]) => ignored !== 'all' && !ignored.includes(key)));
}

function ownerOf(header: string | undefined): string {
  const key = keyIn(header);
  return (key && API_KEYS[key]?.owner) || 'API';
}

/** The error body of ASP.NET, which the ids of AdminPulse suggest (I). */
function problemDetails(errors: Problems) {
  return {
    type: 'https://tools.ietf.org/html/rfc9110#section-15.5.1',
    title: 'One or more validation errors occurred.',
    status: 400,
    errors,
  };
}

type Checked = { success: boolean; error?: z.core.$ZodError };
function refuseInvalid(result: Checked, c: { json(body: object, status: 400): Response }): Response | undefined {
  if (result.success || !result.error) return undefined;
  const errors: Problems = {};
  for (const { path, message } of result.error.issues) errors[path.join('.') || '$'] = [message];
  return c.json(problemDetails(errors), 400);
}
