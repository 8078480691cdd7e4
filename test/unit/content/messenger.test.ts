import { beforeEach, describe, expect, it, vi } from 'vitest';
import { onRelationChanged, openReview } from '../../../src/content/messenger.ts';
import { listen } from '../../../src/messages/channel.ts';
import type { Value, WorkerMessage } from '../../../src/messages/index.ts';
import { FakeBrowser } from '../../support/fake-browser.ts';

const request = { enterpriseNumber: '0001004246', relationCode: 'APR00510' };

let chrome: FakeBrowser;
beforeEach(() => {
  chrome = new FakeBrowser();
  chrome.install();
  chrome.answer({ openReview: { ok: true, value: null } });
});

/** The worker's end, by the channel that it uses. */
function worker(): NonNullable<FakeBrowser['answerAll']> {
  const values: { readonly [M in WorkerMessage]?: Value<M> } = { openReview: null };
  listen(async (type, data) => {
    const value = values[type];
    const asked = JSON.stringify(data);
    if (asked.includes('0001005533')) throw new Error('broken');
    return value !== undefined && asked === JSON.stringify(request)
      ? { ok: true, value }
      : { ok: false, failure: { kind: 'internal', detail: 'unknown' } };
  });
  return (message) => chrome.tell(message);
}

describe('a request for a review', () => {
  it('is understood by the channel in the worker, and so is its answer', async () => {
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
  const news = { type: 'relationChanged', data: request };

  it('arrives, and is not answered', async () => {
    const heard = vi.fn();
    onRelationChanged(heard, new AbortController().signal);
    expect(await chrome.tell(news)).toBeUndefined();
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
