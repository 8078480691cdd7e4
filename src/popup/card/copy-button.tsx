import { useState } from 'preact/hooks';
import { text } from '../../ui/texts.ts';

type Props = {
  /** What is copied, by name. */
  readonly label: string;
  readonly content: string;
  readonly say: (sentence: string) => void;
};

/** Copies a value, and says so. */
export function CopyButton({ label, content, say }: Props) {
  const [isDone, setDone] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(content);
      setDone(true);
      say(text('copied', content));
    } catch {
      say(text('copyFailed'));
    }
  };
  return (
    <button
      type="button"
      class={`copy ${isDone ? 'done' : ''}`}
      aria-label={text('copyField', label)}
      title={text('copyField', label)}
      onClick={() => void copy()}
      onBlur={() => setDone(false)}
    />
  );
}
