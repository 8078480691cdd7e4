import * as z from 'zod/mini';

// zod compiles its schemas with eval where it may. An extension may not, and Firefox reports the attempt.
z.config({ jitless: true });
