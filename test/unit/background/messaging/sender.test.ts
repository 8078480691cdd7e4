import { describe, expect, it } from 'vitest';
import { classifySender } from '../../../../src/background/messaging/sender.ts';

const own = { id: 'ours', origin: 'chrome-extension://ours' };
const tab = { id: 7 };

describe('the sender of a message', () => {
  it.each([
    ['an extension page in a popup', { id: 'ours', origin: own.origin }, 'page'],
    ['an extension page in a tab', { id: 'ours', origin: own.origin, tab, frameId: 0 }, 'page'],
    ['our script in AdminPulse', { id: 'ours', origin: 'https://app.adminpulse.be', tab, frameId: 0 }, 'content'],
    [
      'our script in the Dutch AdminPulse',
      { id: 'ours', origin: 'https://app.adminpulse.nl', tab, frameId: 0 },
      'content',
    ],
    [
      'our script in a frame of AdminPulse',
      { id: 'ours', origin: 'https://app.adminpulse.be', tab, frameId: 3 },
      'stranger',
    ],
    ['AdminPulse without a tab', { id: 'ours', origin: 'https://app.adminpulse.be' }, 'stranger'],
    ['another origin', { id: 'ours', origin: 'https://adminpulse.be.example', tab, frameId: 0 }, 'stranger'],
    ['AdminPulse over plain http', { id: 'ours', origin: 'http://app.adminpulse.be', tab, frameId: 0 }, 'stranger'],
    ['an opaque origin', { id: 'ours', origin: 'null', tab, frameId: 0 }, 'stranger'],
    ['another extension', { id: 'theirs', origin: 'chrome-extension://theirs' }, 'stranger'],
    ['another extension that claims our origin', { id: 'theirs', origin: own.origin }, 'stranger'],
    ['nobody', {}, 'stranger'],
  ] as const)('%s is told from all others', (_who, sender, expected) => {
    expect(classifySender(sender, own)).toBe(expected);
  });
});
