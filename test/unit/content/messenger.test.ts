import { defineExtensionMessaging } from '@webext-core/messaging';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { onRelationChanged, openReview } from '../../../src/content/messenger.ts';
import type { Protocol, Result } from '../../../src/messages/index.ts';
import { FakeBrowser } from '../../support/fake-browser.ts';

const request = { enterpriseNumber: '0001004246', relationCode: 'APR00510' };

let chrome: FakeBrowser;
beforeEach(() => {
  chrome = new FakeBrowser();
  chrome.install();
  chrome.answer({ openReview: { ok: true, value: null } });
});

/** The worker's end, by the library that it uses. */
function worker(): NonNullable<FakeBrowser['answerAll']> {
  const messaging = defineExtensionMessaging<Protocol>();
  messaging.onMessage('openReview', ({ data }) => {
    if (data.enterpriseNumber === '0001005533') throw new Error('broken');
    const isKnown = data.enterpriseNumber === request.enterpriseNumber && data.relationCode === request.relationCode;
    const result: Result<null> = isKnown
      ? { ok: true, value: null }
      : { ok: false, failure: { kind: 'internal', detail: 'unknown' } };
    return Promise.resolve(result);
  });
  const [listener] = chrome.received.listeners;
  return (message) => new Promise((resolve) => listener?.(message, {}, resolve));
}

describe('a request for a review', () => {
  it('is understood by the library in the worker, and so is its answer', async () => {
    chrome.answerAll = worker();
    expect(await openReview(request)).toBeUndefined();
  });

  it('that was refused, or that broke the worker, ends in a text', async () => {
    chrome.answerAll = worker();
    expect(await openReview({ enterpriseNumber: '0001006820' })).toBe('fetchFailed');
    expect(await openReview({ enterpriseNumber: '0001005533' })).toBe('fetchFailed');
  });

  it('that nobody answers ends in a text', async () => {
    chrome.answerAll = async () => undefined;
    expect(await openReview(request)).toBe('fetchFailed');
    chrome.answerAll = () => Promise.reject(new Error('Could not establish connection.'));
    expect(await openReview(request)).toBe('fetchFailed');
  });

  it('after an update of the extension says to reload the page', async () => {
    chrome.id = undefined;
    chrome.answerAll = () => {
      throw new Error('Extension context invalidated.');
    };
    expect(await openReview(request)).toBe('extensionWasUpdated');
  });

  it('writes nothing to the page’s console', async () => {
    const spies = (['debug', 'log', 'warn', 'error'] as const).map((level) => vi.spyOn(console, level));
    await openReview(request);
    for (const spy of spies) expect(spy).not.toHaveBeenCalled();
  });
});

describe('the news that a relation was changed', () => {
  const news = { type: 'relationChanged', id: 7, timestamp: 1, data: request };

  it('arrives, and is answered as the library expects', async () => {
    const heard = vi.fn();
    onRelationChanged(heard, new AbortController().signal);
    expect(await chrome.tell(news)).toEqual({});
    expect(heard).toHaveBeenCalledWith(request);
  });

  it('is the only message that is listened to, and not after the end', () => {
    const heard = vi.fn();
    const signal = new AbortController();
    onRelationChanged(heard, signal.signal);
    void chrome.tell({ ...news, type: 'openReview' });
    signal.abort();
    void chrome.tell(news);
    expect(heard).not.toHaveBeenCalled();
    expect(chrome.received.listeners.size).toBe(0);
  });
});
