import { render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { act } from 'preact/test-utils';
import type { Failure, Review } from '../../../../src/messages/index.ts';
import { ReviewPage } from '../../../../src/popup/review/review-page.tsx';
import { setDocumentLanguage } from '../../../../src/ui/texts.ts';
import { fakeBrowser, settle } from '../../../support/page-setup.ts';
import { review } from './review-samples.ts';

const OK = { ok: true, value: null } as const;

/** Opens the window on a review, as the browser does; the worker takes every message. */
export async function open(shown: Review) {
  fakeBrowser.answer({ getReview: { ok: true, value: shown }, applyReview: OK, refreshReview: OK, chooseRelation: OK });
  setDocumentLanguage('test');
  render(<ReviewPage reviewId="r1" />);
  await settle();
  return userEvent.setup();
}

/** The worker stores the review's next state. */
export async function next(shown: Review) {
  await act(() => fakeBrowser.store('review:r1', shown));
}

export const failed = (failure: Failure) => review({ phase: 'failed', failure });
export const heading = () => screen.getByRole('heading', { level: 1 });
export const table = () => screen.getByRole('table', { name: 'Changes' });
export const box = (name: string) => screen.getByRole<HTMLInputElement>('checkbox', { name });
export const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name });
export const status = () => screen.getByRole('status').textContent;

/** A field's row, folded or not. */
export function row(field: string): HTMLElement {
  const found = table().querySelector<HTMLElement>(`tr[data-field="${field}"]`);
  if (found === null) throw new Error(`no row for ${field}`);
  return found;
}
