import { zValidator } from '@hono/zod-validator';
import { Hono } from 'hono';
import { z } from 'zod';
import { edited, relationEdit } from './edits.ts';
import { fault } from './faults.ts';
import { sandboxOptions } from './settings.ts';
import type { Env, State } from './state.ts';

/** What the sandbox's own address, `sandbox.test` or `localhost`, can do; the same as the methods of a `Sandbox`. */
export function control(state: State): Hono<Env> {
  const api = new Hono<Env>();

  api.get('/', (c) => c.json({ settings: state.settings, relations: state.relations.all().length }));

  api.post('/reset', zValidator('json', sandboxOptions), (c) => {
    state.reset(c.req.valid('json'));
    return c.body(null, 204);
  });

  api.patch('/settings', zValidator('json', sandboxOptions), (c) => {
    state.configure(c.req.valid('json'));
    return c.body(null, 204);
  });

  api.post('/faults', zValidator('json', fault), (c) => {
    state.faults.add(c.req.valid('json'));
    return c.body(null, 204);
  });

  api.delete('/faults', (c) => {
    state.faults.clear();
    return c.body(null, 204);
  });

  api.post('/release', (c) => {
    state.faults.release();
    return c.body(null, 204);
  });

  api.post('/clock', zValidator('json', z.object({ advanceMs: z.number().positive() })), (c) => {
    state.clock.advance(c.req.valid('json').advanceMs);
    return c.body(null, 204);
  });

  api.get('/relations/:code', (c) => {
    const relation = state.relations.find(c.req.param('code'));
    return relation ? c.json(state.shape.single(relation)) : c.notFound();
  });

  api.patch('/relations/:code', zValidator('json', relationEdit), (c) => {
    const relation = state.relations.find(c.req.param('code'));
    if (!relation) return c.notFound();
    state.relations.save(edited(relation, c.req.valid('json')), 'Sofie Lindeboom');
    return c.body(null, 204);
  });

  api.get('/relations/:code/history', (c) => c.json(state.relations.history(c.req.param('code'))));

  api.get('/requests', (c) => c.json(state.requests));

  return api;
}
