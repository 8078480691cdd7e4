import type { Progress, ReviewState } from '../../messages/index.ts';
import { SERVICE_NAMES } from '../../ui/failure.ts';
import { text } from '../../ui/texts.ts';

type LoadingState = Extract<ReviewState, { phase: 'loading' }>;

const SKELETON_ROWS = ['a', 'b', 'c', 'd', 'e', 'f'];

/** Both services are being read: which of them has answered, and the table to come as grey bars. */
export function Loading({ review }: { readonly review: LoadingState | undefined }) {
  return (
    <div class="loading">
      <ul class="progress">
        <ServiceProgress name={SERVICE_NAMES.openthebox} progress={review?.openthebox ?? 'waiting'} />
        <ServiceProgress name={SERVICE_NAMES.adminpulse} progress={review?.adminpulse ?? 'waiting'} />
      </ul>
      <div class="skeleton" aria-hidden="true">
        {SKELETON_ROWS.map((row) => (
          <div key={row} class="skeleton-row">
            <i />
            <i />
            <i />
          </div>
        ))}
      </div>
    </div>
  );
}

function ServiceProgress({ name, progress }: { readonly name: string; readonly progress: Progress }) {
  return (
    <li class={progress}>
      <b>{name}</b> {text(progress === 'done' ? 'progressDone' : 'progressWaiting')}
    </li>
  );
}
