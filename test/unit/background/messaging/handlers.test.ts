import { beforeEach, describe, expect, it, vi } from 'vitest';
import { answerMessage, HANDLERS } from '../../../../src/background/messaging/handlers.ts';
import { createServices } from '../../../../src/background/services.ts';
import { isWorkerMessage, MESSAGES } from '../../../../src/messages/index.ts';
import { fakeBrowser } from '../../../support/worker-setup.ts';

const services = createServices(async () => {});
const names = Object.keys(MESSAGES).filter(isWorkerMessage);

beforeEach(() => fakeBrowser.reset());

describe('who may send a message', () => {
  it('has a row in the table for each', () => {
    expect(Object.keys(HANDLERS).toSorted()).toEqual(names.toSorted());
  });

  it('is a page for all, and a content script for the review only', () => {
    const sentBy = (sender: 'page' | 'content' | 'stranger') =>
      names.filter((name) => HANDLERS[name].from.includes(sender));
    expect(sentBy('page')).toEqual(names);
    expect(sentBy('content')).toEqual(['openReview']);
    expect(sentBy('stranger')).toEqual([]);
  });

  it.each(names)('%s: any other is refused before its data are read', async (name) => {
    const detail = `${name} may not be sent from there`;
    const read = vi.spyOn(HANDLERS[name], 'answer');
    const refused = { ok: false, failure: { kind: 'internal', detail } };
    expect(await answerMessage(services, 'stranger', name, 7)).toEqual(refused);
    if (name !== 'openReview') expect(await answerMessage(services, 'content', name, 7)).toEqual(refused);
    expect(read).not.toHaveBeenCalled();
  });
});

describe('a message of a sender that may send it', () => {
  it('is answered with what its row does', async () => {
    fakeBrowser.local.set('preferences', { version: 1, notify: 'nobody' });
    expect(await answerMessage(services, 'page', 'getPreferences', undefined)).toMatchObject({
      ok: true,
      value: { preferences: { notify: 'nobody' } },
    });
  });

  it('is a failure where its data are not what the schema says', async () => {
    const failure = { kind: 'internal', detail: '$ZodError' };
    const answer = await answerMessage(services, 'page', 'getReview', { reviewId: 'x'.repeat(121), secret: 'key' });
    expect(answer).toEqual({ ok: false, failure });
  });

  it('answers nothing but that it was done where it is a command', async () => {
    expect(await answerMessage(services, 'page', 'deleteHistory', undefined)).toEqual({ ok: true, value: null });
  });
});
