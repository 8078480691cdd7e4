import * as z from 'zod/mini';
import { type ClientOptions, createClient } from '../api/client.ts';
import { isFailure, serverError } from '../api/errors.ts';

/** VIES, the European Commission's service that answers whether a VAT number is active. Its REST interface needs no key. */
const VIES_URL = 'https://ec.europa.eu/';

/** What VIES says of a number; all but the first two say nothing of it. */
type VatAnswer =
  | { readonly result: 'valid'; readonly name?: string }
  | { readonly result: 'invalid' }
  /** Too many ask at once, after all tries. */
  | { readonly result: 'busy' }
  /** The member state's register, or all of VIES, is out of service. */
  | { readonly result: 'unavailable' }
  | { readonly result: 'timeout' }
  /** VIES does not take the number's form. */
  | { readonly result: 'notTaken' }
  /** A code that is not known. */
  | { readonly result: 'unclear'; readonly code: string };

export type Vies = {
  /** Asks for a VAT number with its country prefix, without spaces: `BE0123456749`. Throws only `FailureError`s. */
  check(vatNumber: string): Promise<VatAnswer>;
};

export type ViesOptions = Pick<ClientOptions, 'hasHostPermission'> & {
  /** Waits so many milliseconds. */
  readonly pause: (ms: number) => Promise<void>;
};

/** Milliseconds before each further try: Belgium's register is often busy, and public callers wait 1.5 s or more. */
const PAUSES = [1_500, 2_000, 3_000];

/** Seen in several public programs; `userError` tells more than `isValid`, which is false for want of an answer too. */
const Answer = z.object({
  isValid: z.boolean(),
  userError: z.catch(z.optional(z.string()), undefined),
  name: z.catch(z.optional(z.string()), undefined),
});
type Answer = z.infer<typeof Answer>;

const RESULTS: Readonly<Record<string, Exclude<VatAnswer['result'], 'valid' | 'unclear'>>> = {
  INVALID: 'invalid',
  INVALID_INPUT: 'notTaken',
  MS_MAX_CONCURRENT_REQ: 'busy',
  MS_MAX_CONCURRENT_REQ_TIME: 'busy',
  GLOBAL_MAX_CONCURRENT_REQ: 'busy',
  GLOBAL_MAX_CONCURRENT_REQ_TIME: 'busy',
  MS_UNAVAILABLE: 'unavailable',
  SERVICE_UNAVAILABLE: 'unavailable',
  TIMEOUT: 'timeout',
};

export function createVies({ hasHostPermission, pause }: ViesOptions): Vies {
  const client = createClient({
    service: 'vies',
    baseUrl: VIES_URL,
    authorization: async () => undefined,
    hasHostPermission,
  });

  async function ask(vatNumber: string): Promise<VatAnswer> {
    const [country, number] = [vatNumber.slice(0, 2), vatNumber.slice(2)].map(encodeURIComponent);
    const path = `taxation_customs/vies/rest-api/ms/${country}/vat/${number}`;
    try {
      return read(await client.fetch({ method: 'get', path, subject: vatNumber }, Answer));
    } catch (error) {
      throw withoutCredential(error);
    }
  }

  return {
    async check(vatNumber) {
      let answer = await ask(vatNumber);
      for (const ms of PAUSES) {
        if (answer.result !== 'busy' && answer.result !== 'timeout') break;
        await pause(ms);
        answer = await ask(vatNumber);
      }
      return answer;
    },
  };
}

function read({ isValid, userError, name }: Answer): VatAnswer {
  // `---` stands for what a member state does not give.
  if (isValid) return { result: 'valid', ...(name && name !== '---' && { name }) };
  const code = userError ?? '';
  const result = Object.hasOwn(RESULTS, code) ? RESULTS[code] : undefined;
  return result ? { result } : { result: 'unclear', code: code.slice(0, 60) };
}

const STATUSES = { unauthorized: 401, forbidden: 403, notFound: 404 } as const;

/** Nothing is sent that could be refused or corrected: a refusal is a fault of the service's. */
function withoutCredential(error: unknown): unknown {
  if (isFailure(error, 'rejected')) return serverError('vies', error.failure.status);
  if (isFailure(error, 'unauthorized', 'forbidden', 'notFound')) {
    return serverError('vies', STATUSES[error.failure.kind]);
  }
  return error;
}
