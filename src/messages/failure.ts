import type { Failure } from '../api/errors.ts';

export type { Failure };

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };
