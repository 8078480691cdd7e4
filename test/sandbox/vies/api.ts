import { Hono } from 'hono';
import type { Env, State } from '../state.ts';

/**
 * VIES's REST interface, as several public programs call it (C): 200 also for a number that is not active, and what a member
 * state does not give is `---`. It knows the companies of the seed, and of other countries nothing.
 */
export function vies(state: State): Hono<Env> {
  const site = new Hono<Env>();
  site.get('/taxation_customs/vies/rest-api/ms/:country{[A-Z]{2}}/vat/:number', (c) => {
    const { country, number } = c.req.param();
    const company = country === 'BE' ? state.register.companies.get(number) : undefined;
    const isValid = company?.vatLiable === true;
    return c.json({
      isValid,
      requestDate: new Date(state.clock.now()).toISOString(),
      userError: isValid ? 'VALID' : 'INVALID',
      name: isValid ? (company.nameNl ?? company.nameFr ?? '---') : '---',
      address: '---',
      requestIdentifier: '',
      originalVatNumber: number,
      vatNumber: number,
    });
  });
  return site;
}
