import { age } from '../ui/dates.ts';
import { text } from '../ui/texts.ts';
import { useNow } from '../ui/use-now.ts';

const RENEWAL_MS = 30_000;

/** How old openthebox's data on screen are. */
export function Age({ retrievedAt }: { readonly retrievedAt: string }) {
  const now = useNow(RENEWAL_MS);
  return <span class="tag">{text('sourceAge', age(retrievedAt, now))}</span>;
}
