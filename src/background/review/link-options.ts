import type { LinkOptions } from '../../messages/index.ts';
import { ReviewGone } from '../failures.ts';
import { linkOptions } from '../links/link-options.ts';
import type { Services } from '../services.ts';
import { comparisonOf } from './comparison.ts';
import { reviewItem, workItem } from './store.ts';

/** How the links of a review that only openthebox has can be added. Throws `ReviewGone`, and what `linkOptions` throws. */
export async function reviewLinkOptions(services: Services, id: string): Promise<LinkOptions> {
  const [review, work] = await Promise.all([reviewItem(id).read(), workItem(id).read()]);
  if (!review || !work) throw new ReviewGone();
  return linkOptions(services, work.relationCode, comparisonOf(review)?.links ?? []);
}
