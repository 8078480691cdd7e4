import { serveStatic } from '@hono/node-server/serve-static';
import { zValidator } from '@hono/zod-validator';
import { Hono } from 'hono';
import { z } from 'zod';
import { edited, relationEdit } from './edits.ts';
import { legalFormText } from './legal-forms.ts';
import { mainAddress, mainChannel, type Relation } from './model.ts';
import type { Env, State } from './state.ts';

/**
 * AdminPulse's web app: its files, and the backend that they talk to. Hash routes, section names and labels are
 * documented (D); that it is a single-page app is inferred (I); its DOM is unknown (U), so the page has no classes or ids
 * that a client may rely on, only labels and values.
 */
export function pageSite(state: State): Hono<Env> {
  const site = new Hono<Env>();

  site.get(
    '/page-api/relations',
    zValidator('query', z.object({ rows: z.coerce.number().int().max(20_000).optional() })),
    (c) => {
      state.growTo(c.req.valid('query').rows ?? 0);
      return c.json(state.relations.all().map(row));
    },
  );

  site.get('/page-api/relations/:code', (c) => {
    const relation = state.relations.find(c.req.param('code'));
    return relation ? c.json(file(relation, state)) : c.notFound();
  });

  site.put('/page-api/relations/:code', zValidator('json', relationEdit), (c) => {
    const relation = state.relations.find(c.req.param('code'));
    if (!relation) return c.notFound();
    state.relations.save(edited(relation, c.req.valid('json')), 'Sofie Lindeboom');
    return c.json(file(state.relations.find(relation.code) ?? relation, state));
  });

  site.get('/page-api/relations/:code/history', (c) => c.json(state.relations.history(c.req.param('code'))));

  site.get('/*', serveStatic({ root: `${import.meta.dirname}/page` }));
  return site;
}

function row(relation: Relation) {
  const { code, customerCode, name, legalForm, language, vatNumber, enterpriseNumber, type, status, end } = relation;
  return {
    code,
    customerCode,
    name,
    legalForm: legalFormText(legalForm, 'abbreviation', language),
    vatNumber,
    enterpriseNumber,
    type,
    status,
    city: mainAddress(relation)?.city ?? null,
    phone: mainChannel(relation, 'Phone'),
    ended: end !== null,
  };
}

/** A relation as its file shows it: with the names of the relations that it is linked to. */
function file(relation: Relation, { relations }: State) {
  return {
    ...relation,
    legalFormText: legalFormText(relation.legalForm, 'abbreviation', relation.language),
    links: relation.links.map((link) => ({ ...link, name: relations.find(link.code)?.name ?? link.code })),
  };
}
