import ky, { type HTTPError, isHTTPError, isNetworkError, isTimeoutError, type KyInstance, type Options } from 'ky';
import type * as z from 'zod/mini';
import type { CalledService } from '../company/company.ts';
import {
  type FailureError,
  forbidden,
  hostPermissionMissing,
  notFound,
  offline,
  rateLimited,
  rejected,
  serverError,
  timeout,
  unauthorized,
  unexpectedAnswer,
} from './errors.ts';
import { parseJson } from './parse-json.ts';

/** What a client needs of the world around it. */
export type ClientOptions = {
  readonly service: CalledService;
  /** With its trailing slash. */
  readonly baseUrl: string;
  /** Value of the Authorization header; undefined for a call without credentials. */
  readonly authorization: () => Promise<string | undefined>;
  /** Called with the header that was answered by a 401: true when a new one is worth one more try. */
  readonly renewAuthorization?: (refused: string) => Promise<boolean>;
  /** Called when the service refuses the credential for good. */
  readonly onRefused?: () => Promise<void>;
  /** Runs a call when its turn has come. */
  readonly schedule?: <T>(call: () => Promise<T>) => Promise<T>;
  /** Whether the user still grants the host. */
  readonly hasHostPermission: (origin: string) => Promise<boolean>;
};

type Call = {
  readonly method: 'get' | 'put' | 'post';
  /** Relative to the base URL. */
  readonly path: string;
  readonly searchParams?: Record<string, string | number>;
  readonly json?: unknown;
  /** What is asked for, for a `notFound`. */
  readonly subject: string;
  /** Ends the call. */
  readonly signal?: AbortSignal | undefined;
};

export type Client = {
  /** The parsed answer. Throws only `FailureError`s, and for a call that was ended its signal's reason. */
  fetch<T>(call: Call, schema: z.ZodMiniType<T>): Promise<T>;
  /** For a call whose answer may have any form or none: any 2xx will do; its text. Throws only `FailureError`s. */
  send(call: Call): Promise<string>;
};

/** Milliseconds for one attempt; integrators of AdminPulse use 30 to 120 s. */
const ATTEMPT_TIMEOUT = 30_000;
/** Milliseconds for a call with its retries. */
const TOTAL_TIMEOUT = 60_000;
/** A longer wait asked for by the service is told to the user instead of being sat out, in seconds. */
const MAX_SILENT_WAIT_S = 5;
/** A larger answer than any that a service gives, in bytes: it is refused before it is parsed. */
const LARGEST_ANSWER = 8_000_000;
const MAX_DETAIL_LENGTH = 300;

const RETRIED_STATUS_CODES = [429, 500, 502, 503, 504];

/**
 * A client of one service: GETs are retried twice (429 and 5xx, `Retry-After` honoured), writes never; every failure is
 * one of the failures of `errors.ts`.
 */
export function createClient(options: ClientOptions): Client {
  const http = ky.create({
    baseUrl: options.baseUrl,
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    cache: 'no-store',
    timeout: ATTEMPT_TIMEOUT,
    totalTimeout: TOTAL_TIMEOUT,
    retry: {
      limit: 2,
      methods: ['get'],
      statusCodes: RETRIED_STATUS_CODES,
      afterStatusCodes: [429, 503],
      shouldRetry: ({ error }) => (waitAskedFor(error) > MAX_SILENT_WAIT_S ? false : undefined),
    },
  });
  const schedule = options.schedule ?? ((call) => call());

  const request = (call: Call) => schedule(() => attempt(http, call, options));

  return {
    fetch: async (call, schema) => parse(await request(call), schema, options.service),
    send: request,
  };
}

/** The text of one call's answer; a 401 is answered once by a new credential, where there is a way to get one. */
async function attempt(http: KyInstance, call: Call, options: ClientOptions): Promise<string> {
  const authorization = await options.authorization();
  const answer = await answerTo(http, call, authorization, options);
  if (answer !== undefined) return answer;
  const isRenewed = authorization !== undefined && (await options.renewAuthorization?.(authorization));
  const second = isRenewed ? await answerTo(http, call, await options.authorization(), options) : undefined;
  if (second !== undefined) return second;
  await options.onRefused?.();
  throw unauthorized(options.service);
}

/** The text of an answer; undefined where the service refuses the credential. Nothing but the call itself can fail in here. */
async function answerTo(
  http: KyInstance,
  call: Call,
  authorization: string | undefined,
  options: ClientOptions,
): Promise<string | undefined> {
  const request = kyOptions(call, authorization);
  try {
    return await http(call.path, request).text();
  } catch (error) {
    if (call.signal?.aborted) throw call.signal.reason;
    if (isHTTPError(error) && error.response.status === 401) return undefined;
    throw await classify(error, call, options);
  }
}

function kyOptions(call: Call, authorization: string | undefined): Options {
  return {
    method: call.method,
    // What is written, and the secret that a token is asked with, go where they were sent and nowhere else.
    ...(call.method !== 'get' && { redirect: 'error' }),
    ...(authorization && { headers: { authorization } }),
    ...(call.searchParams && { searchParams: call.searchParams }),
    ...(call.json !== undefined && { json: call.json }),
    ...(call.signal && { signal: call.signal }),
  };
}

function parse<T>(body: string, schema: z.ZodMiniType<T>, service: CalledService): T {
  if (body.length > LARGEST_ANSWER) throw unexpectedAnswer(service, '$', `answer under ${LARGEST_ANSWER} bytes`);
  const answer = parseJson(body);
  if (answer === undefined) throw unexpectedAnswer(service, '$', 'JSON');
  const parsed = schema.safeParse(answer);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const path = ['$', ...(issue?.path ?? []).map(String)].join('.');
  throw unexpectedAnswer(service, path, issue && 'expected' in issue ? String(issue.expected) : 'value');
}

/** A longer wait is no wait that a service means, in seconds. */
const MAX_WAIT_S = 24 * 60 * 60;

/** The wait that a 429 or 503 asks for, in seconds; 0 when it names none. `Retry-After` is seconds or an HTTP date. */
function waitAskedFor(error: unknown): number {
  if (!isHTTPError(error)) return 0;
  const header = error.response.headers.get('retry-after');
  if (!header) return 0;
  const seconds = Number(header);
  const wait = Number.isFinite(seconds) ? seconds : (Date.parse(header) - Date.now()) / 1000;
  return Number.isNaN(wait) ? 0 : Math.min(Math.max(0, wait), MAX_WAIT_S);
}

async function classify(error: unknown, call: Call, options: ClientOptions): Promise<unknown> {
  if (isHTTPError(error)) return classifyStatus(error, call, options.service);
  if (isTimeoutError(error)) return timeout(options.service);
  // fetch reports every failure below HTTP as a TypeError, that of a host it may not reach included; ky wraps those it
  // knows, and an answer that breaks off while its body is read stays as it is.
  if (isNetworkError(error) || error instanceof TypeError) {
    const origin = new URL(options.baseUrl).origin;
    if (!(await options.hasHostPermission(`${origin}/*`))) {
      return hostPermissionMissing(options.service, [`${origin}/*`]);
    }
    return offline(options.service);
  }
  return error;
}

function classifyStatus(error: HTTPError, call: Call, service: CalledService): FailureError {
  const { status } = error.response;
  switch (status) {
    case 403:
      return forbidden(service, call.method === 'get' ? 'read' : 'write');
    case 404:
      return notFound(service, call.subject);
    case 429: {
      const wait = waitAskedFor(error);
      return rateLimited(service, wait > 0 ? new Date(Date.now() + wait * 1000).toISOString() : undefined);
    }
    default:
      return status >= 500 ? serverError(service, status) : rejected(service, status, detailOf(error.data));
  }
}

/**
 * The service's own message in an error body. Its form is not documented: plain text, a JSON string, `message`,
 * `error`, `errors: {field: [...]}` and RFC 9457 problem details are understood.
 */
export function detailOf(body: unknown): string {
  return messagesIn(body).join(' · ').slice(0, MAX_DETAIL_LENGTH);
}

function messagesIn(body: unknown): string[] {
  if (typeof body === 'string') return body.trim() && !body.trimStart().startsWith('<') ? [body.trim()] : [];
  if (Array.isArray(body)) return body.flatMap(messagesIn);
  if (body === null || typeof body !== 'object') return [];
  const { message, error, errors, detail, title } = body as Record<string, unknown>;
  const specific = errors && typeof errors === 'object' ? Object.values(errors).flatMap(messagesIn) : [];
  if (specific.length > 0) return specific;
  return [message, detail, error, title].flatMap(messagesIn).slice(0, 1);
}
