import { reviewGone } from '../../api/errors.ts';
import type { LinkOptions } from '../../messages/index.ts';
import { comparisonOf } from '../../messages/review-state.ts';
import { linkOptions } from '../links/link-options.ts';
import type { Services } from '../services.ts';
import { contextItem, reviewItem } from './store.ts';

/** How the links of a review that only openthebox has can be added. Throws `reviewGone`, and what `linkOptions` throws. */
export async function reviewLinkOptions(services: Services, id: string): Promise<LinkOptions> {
  const [review, context] = await Promise.all([reviewItem(id).read(), contextItem(id).read()]);
  if (!review || !context) throw reviewGone();
  return linkOptions(services, context.relationCode, comparisonOf(review)?.links ?? []);
}
