import { ADMINPULSE_ORIGINS } from '../../company/addresses.ts';

/** Who sent a message. */
export type Sender = 'page' | 'content' | 'stranger';

/** What a browser says of a message's sender, as far as it can be trusted. */
export type SenderFacts = {
  readonly id?: string | undefined;
  readonly origin?: string | undefined;
  readonly tab?: { readonly id?: number | undefined } | undefined;
  readonly frameId?: number | undefined;
};

/**
 * Classifies a message's sender; nothing else reads `sender`, and its `url` is never read, for a page sets it.
 *
 * | id    | origin             | tab   | frame | sender   |
 * | ----- | ------------------ | ----- | ----- | -------- |
 * | other | any                | any   | any   | stranger |
 * | ours  | the extension's    | any   | any   | page     |
 * | ours  | AdminPulse's hosts | a tab | top   | content  |
 * | ours  | any other          | any   | any   | stranger |
 */
export function classifySender(sender: SenderFacts, own: { id: string; origin: string }): Sender {
  if (sender.id !== own.id) return 'stranger';
  if (sender.origin === own.origin) return 'page';
  const inTopFrame = sender.tab?.id !== undefined && sender.frameId === 0;
  return inTopFrame && ADMINPULSE_ORIGINS.includes(sender.origin ?? '') ? 'content' : 'stranger';
}
