import { vi } from 'vitest';
import messages from '../../../public/_locales/en/messages.json' with { type: 'json' };

type Listener = (message: unknown, sender: unknown, answer: (answer: unknown) => void) => unknown;

/** The part of the browser's API that a content script has, with the extension's English texts. */
export class FakeChrome {
  readonly listeners = new Set<Listener>();
  /** What the worker answers; by default that the review is open. */
  answer: (message: unknown) => Promise<unknown> = async () => ({ res: { ok: true, value: null } });
  readonly sent: unknown[] = [];
  id: string | undefined = 'ours';

  install(): void {
    const { listeners } = this;
    const runtime = {
      sendMessage: (message: unknown, callback?: (answer: unknown) => void) => {
        this.sent.push(message);
        const answered = this.answer(message);
        if (callback) void answered.then(callback);
        return answered;
      },
      onMessage: {
        addListener: (listener: Listener) => listeners.add(listener),
        removeListener: (listener: Listener) => listeners.delete(listener),
      },
    };
    Object.defineProperty(runtime, 'id', { get: () => this.id });
    const getMessage = (key: keyof typeof messages, given: string) => messages[key].message.replace('$1', given);
    vi.stubGlobal('chrome', { runtime, i18n: { getMessage } });
  }

  /** Sends a message to the page, as the worker does, and returns what was answered. */
  async tell(message: unknown): Promise<unknown> {
    return new Promise((resolve) => {
      for (const listener of this.listeners) listener(message, { id: this.id }, resolve);
    });
  }
}
