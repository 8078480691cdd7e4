import { text } from '../../ui/texts.ts';

type Props = {
  /** What is presumed, and why. */
  readonly sentences: readonly string[];
  /** Absent where nothing can be confirmed just now. */
  readonly onConfirm: (() => void) | undefined;
};

/** What is compared and not written before the user confirmed it. Without sentences: nothing. */
export function PresumedNotice({ sentences, onConfirm }: Props) {
  if (sentences.length === 0) return null;
  return (
    <div class="banner info">
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {onConfirm && (
        <button type="button" onClick={onConfirm}>
          {text('confirmPlaces')}
        </button>
      )}
    </div>
  );
}
