import type { ReasonKey } from './company.ts';

/** What the comparison of one field says: how the two values stand to each other, and what openthebox's offers. */
export type Comparison<T> = {
  readonly verdict: 'same' | 'spelling' | 'different';
  /** The value to offer, in AdminPulse's style. */
  readonly proposed: T;
  /** What to mind; where it is absent, the field's own reason holds, if it has one. */
  readonly reason?: ReasonKey;
  /** The value is shown, but must not be written. */
  readonly shownOnly?: true;
};
