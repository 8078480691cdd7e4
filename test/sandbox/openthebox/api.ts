import { zValidator } from '@hono/zod-validator';
import { Hono } from 'hono';
import { html } from 'hono/html';
import type { Env, State } from '../state.ts';
import { CLIENT, issueToken, tokenOrLimit, tokenRequest } from './access.ts';
import { accountsAnswer, searchAnswer, vatOf } from './answers.ts';
import { neighbourhood } from './graph.ts';
import type { Company } from './model.ts';

const LANGUAGES = '{nl|fr|en|de}';

/**
 * openthebox, after reference 2, 3 and 5: token request (D), company and accounts by `BE` and ten digits (C), search (C),
 * graph (C for persons, I for companies), company page (C). Errors are plain text (C for one caller, else U).
 */
export function openthebox(state: State): Hono<Env> {
  const site = new Hono<Env>();
  const companyAt = (vat: string): Company | undefined =>
    /^BE\d{10}$/.test(vat) ? state.register.companies.get(vat.slice(2)) : undefined;

  site.post(
    '/oauth/token',
    zValidator('json', tokenRequest, (result, c) =>
      result.success ? undefined : c.json({ error: 'invalid_request', error_description: 'Bad Request' }, 400),
    ),
    (c) => {
      const { client_id: id, client_secret: secret } = c.req.valid('json');
      if (id === CLIENT.id && secret === CLIENT.secret) return c.json(issueToken(state));
      return c.json({ error: 'access_denied', error_description: 'Unauthorized' }, 401);
    },
  );

  site.use('/api/*', tokenOrLimit(state));

  site.get('/api/companies/:vat', (c) => {
    const company = companyAt(c.req.param('vat'));
    if (!company) return c.text('Company not found', 404);
    return c.json(state.shapes.openthebox.answer(company, state.register) as object);
  });

  site.get('/api/companies/:vat/annual-accounts/most-recent', (c) => {
    const company = companyAt(c.req.param('vat'));
    const accounts = company && accountsAnswer(company);
    return accounts ? c.json(accounts) : c.text('No annual accounts found', 404);
  });

  site.get(`/api/entities/search/:query/:language${LANGUAGES}`, (c) =>
    c.json(state.lists.hits(searchAnswer(c.req.param('query'), state.register)) as object),
  );

  site.get(`/api/graph/neighbourhood/:kind{Company|Person}/:id/:language${LANGUAGES}`, (c) => {
    const graph = neighbourhood(c.req.param('id'), state.register);
    return graph ? c.json(state.lists.graph(graph) as object) : c.text('Not found', 404);
  });

  site.get('/company/:vat', (c) => {
    const company = companyAt(c.req.param('vat'));
    return company ? c.html(companyPage(company)) : c.text('Company not found', 404);
  });

  site.get('/', (c) => c.html(html`<!doctype html><title>openthebox</title><h1>openthebox</h1>`));

  return site;
}

function companyPage({ number, nameNl, nameFr, addressNl: at, juridicalSituation }: Company) {
  const name = nameNl ?? nameFr ?? vatOf(number);
  return html`<!doctype html>
    <meta charset="utf-8" />
    <title>${name} | openthebox</title>
    <style>body { font: 16px system-ui, sans-serif; margin: 3rem; color: #22303c } h1 { color: #2c4d8f }</style>
    <h1>${name}</h1>
    <p>${vatOf(number)}</p>
    <p>${at ? `${at.street} ${at.number}, ${at.zipCode} ${at.city}` : ''}</p>
    <p>${juridicalSituation === '000' ? '' : `Situation ${juridicalSituation}`}</p>`;
}
