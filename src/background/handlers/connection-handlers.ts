import * as z from 'zod/mini';
import { connectAdminPulse, connections, connectOpenthebox, forget } from '../connect.ts';
import { type Handlers, handler, Nothing, PAGE } from './handler.ts';

const Credential = z.string().check(z.trim(), z.minLength(1), z.maxLength(4096));

export const CONNECTION_HANDLERS: Handlers<'getConnections' | 'connectOpenthebox' | 'connectAdminPulse' | 'forget'> = {
  getConnections: handler(PAGE, Nothing, () => connections()),
  connectOpenthebox: handler(
    PAGE,
    z.object({ clientId: Credential, clientSecret: Credential }),
    (_services, credentials) => connectOpenthebox(credentials),
  ),
  connectAdminPulse: handler(PAGE, z.object({ apiKey: Credential }), (_services, { apiKey }) =>
    connectAdminPulse(apiKey),
  ),
  forget: handler(PAGE, z.object({ service: z.enum(['openthebox', 'adminpulse']) }), async (_services, { service }) => {
    await forget(service);
    return null;
  }),
};
