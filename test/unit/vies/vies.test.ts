import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createVies } from '../../../src/vies/vies.ts';

const PATH = 'https://ec.europa.eu/taxation_customs/vies/rest-api/ms/BE/vat/0001004246';

let asked: string[];
let answers: (Response | Error)[];
let pauses: number[];
let hasPermission: boolean;

beforeEach(() => {
  asked = [];
  answers = [];
  pauses = [];
  hasPermission = true;
  vi.stubGlobal('fetch', async (input: Request) => {
    const request = new Request(input);
    asked.push(request.url);
    expect(request.headers.get('authorization')).toBeNull();
    const answer = answers.shift();
    if (answer instanceof Error) throw answer;
    return answer;
  });
});
afterEach(() => vi.unstubAllGlobals());

const said = (userError: string, isValid = false, name = '---') =>
  Response.json({ isValid, userError, name, address: '---', vatNumber: '0001004246' });

const check = () =>
  createVies({
    hasHostPermission: async () => hasPermission,
    pause: async (ms) => void pauses.push(ms),
  }).check('BE0001004246');

describe('VIES', () => {
  it('says that a number is active, and whose it is', async () => {
    answers = [said('VALID', true, 'BV BAKKERIJ PEETERS')];
    expect(await check()).toEqual({ result: 'valid', name: 'BV BAKKERIJ PEETERS' });
    expect(asked).toEqual([PATH]);
  });

  it('says so without a name where the member state gives none', async () => {
    answers = [said('VALID', true)];
    expect(await check()).toEqual({ result: 'valid' });
  });

  it.each([
    ['INVALID', { result: 'invalid' }],
    ['INVALID_INPUT', { result: 'notTaken' }],
    ['MS_UNAVAILABLE', { result: 'unavailable' }],
    ['SERVICE_UNAVAILABLE', { result: 'unavailable' }],
    ['VAT_BLOCKED', { result: 'unclear', code: 'VAT_BLOCKED' }],
    ['toString', { result: 'unclear', code: 'toString' }],
  ])('%s is taken for what it is, at once', async (userError, expected) => {
    answers = [said(userError)];
    expect(await check()).toEqual(expected);
    expect(pauses).toEqual([]);
  });

  it('a number that is not valid for want of a reason is not said to be inactive', async () => {
    answers = [Response.json({ isValid: false })];
    expect(await check()).toEqual({ result: 'unclear', code: '' });
  });

  it.each(['MS_MAX_CONCURRENT_REQ', 'GLOBAL_MAX_CONCURRENT_REQ', 'TIMEOUT'])(
    'is asked again after 1.5 s or more while it answers %s',
    async (userError) => {
      answers = [said(userError), said(userError), said('VALID', true)];
      expect(await check()).toEqual({ result: 'valid' });
      expect(pauses).toHaveLength(2);
      expect(Math.min(...pauses)).toBeGreaterThanOrEqual(1_500);
    },
  );

  it.each([
    ['MS_MAX_CONCURRENT_REQ', 'busy'],
    ['TIMEOUT', 'timeout'],
  ])('after three more tries, %s is the answer', async (userError, result) => {
    answers = Array.from({ length: 4 }, () => said(userError));
    expect(await check()).toEqual({ result });
    expect(asked).toHaveLength(4);
  });

  it.each([400, 401, 403, 404])('a refusal (%i) is a fault of its own: no credential is at stake', async (status) => {
    answers = [new Response('{}', { status })];
    await expect(check()).rejects.toMatchObject({ failure: { kind: 'serverError', service: 'vies', status } });
  });

  it('that may not be reached says so', async () => {
    hasPermission = false;
    answers = Array.from({ length: 3 }, () => new TypeError('Failed to fetch'));
    await expect(check()).rejects.toMatchObject({ failure: { kind: 'hostPermissionMissing' } });
  });
});
