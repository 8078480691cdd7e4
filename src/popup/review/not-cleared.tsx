import type { Review } from '../../messages/index.ts';
import { fieldList } from '../../ui/field-labels.ts';
import { openAdminPulse } from '../../ui/open-adminpulse.ts';
import { text } from '../../ui/texts.ts';

type Props = { readonly review: Extract<Review, { phase: 'undone' }> };

/** What an undo could not make empty again, with the way to where the user can. */
export function NotCleared({ review }: Props) {
  const fields = review.undone.filter(({ result }) => result === 'notCleared').map(({ field }) => field);
  if (fields.length === 0) return null;
  return (
    <div class="banner warning">
      <p>{text('statusNotCleared', fieldList(fields))}</p>
      <button type="button" onClick={() => void openAdminPulse(review.relation.code)}>
        {text('openAdminPulse')}
      </button>
    </div>
  );
}
