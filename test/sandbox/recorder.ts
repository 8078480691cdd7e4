import type { MiddlewareHandler } from 'hono';
import type { Env, State } from './state.ts';

/** Keeps each request for `Sandbox.requests()`. */
export function recorded(state: State, host: string): MiddlewareHandler<Env> {
  return async (c, next) => {
    const { pathname, search } = new URL(c.req.url);
    const scheme = c.req.header('Authorization')?.split(' ')[0];
    const text = await c.req.text();
    state.requests.push({
      host,
      method: c.req.method,
      path: pathname + search,
      at: state.clock.now(),
      ...(text !== '' && { body: jsonOrText(text) }),
      ...(scheme && { authorizationScheme: scheme }),
    });
    await next();
  };
}

function jsonOrText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
