import type { Field } from '../../company/company.ts';
import { keep as keepValue, revoke } from '../kept/kept.ts';
import { ReviewGone } from './review-gone.ts';
import { alone, reviewItem, setState } from './store.ts';

/** Decides that a difference stays, or takes that back. Throws `ReviewGone`. */
export async function keepMine(id: string, field: Field, keep: boolean): Promise<void> {
  await alone(id, async () => {
    const review = await reviewItem(id).read();
    if (!review) throw new ReviewGone();
    const change = review.phase === 'ready' ? review.changes.find((row) => row.field === field) : undefined;
    if (review.phase !== 'ready' || !change) return;
    const { code } = review.relation;
    if (keep) await keepValue(code, change, new Date().toISOString());
    else await revoke(code, field);
    const changes = review.changes.map((row) => (row === change ? { ...row, kept: keep } : row));
    await setState(review, { ...review, changes });
  });
}
