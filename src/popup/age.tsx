import { age } from '../ui/dates.ts';
import { text } from '../ui/texts.ts';
import { useNow } from '../ui/use-now.ts';

const HALF_A_MINUTE = 30_000;

/** How old openthebox's data on screen are. */
export function Age({ retrievedAt }: { readonly retrievedAt: string }) {
  const now = useNow(HALF_A_MINUTE);
  return <span class="tag">{text('sourceAge', age(retrievedAt, now))}</span>;
}
