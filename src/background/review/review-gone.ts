/** The browser was closed since the review was made: its window may be restored, what it showed is not. */
export class ReviewGone extends Error {
  override readonly name = 'ReviewGone';
}
