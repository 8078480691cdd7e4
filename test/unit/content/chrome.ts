import { vi } from 'vitest';
import messages from '../../../public/_locales/en/messages.json' with { type: 'json' };

type Listener = (message: unknown, sender: unknown, answer: (answer: unknown) => void) => unknown;

/** The part of the browser's API that a content script has, with the extension's English texts. */
export class FakeChrome {
  readonly listeners = new Set<Listener>();
  /** What the worker answers; by default that the review is open. */
  answer: (message: unknown) => Promise<unknown> = async () => ({ ok: true, value: null });
  readonly sent: unknown[] = [];
  id: string | undefined = 'ours';

  install(): void {
    const { listeners } = this;
    const runtime = {
      sendMessage: (message: unknown) => {
        this.sent.push(message);
        return this.answer(message);
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

  /** Sends a message to the listeners, as the browser does, and returns what is answered: undefined where none answers. */
  async tell(message: unknown): Promise<unknown> {
    return new Promise((resolve) => {
      const answers = [...this.listeners].map((listener) => listener(message, { id: this.id }, resolve));
      if (!answers.includes(true)) resolve(undefined);
    });
  }
}
