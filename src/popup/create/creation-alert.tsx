import type { Creation, CreationFailure, Failure } from '../../messages/index.ts';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { text } from '../../ui/texts.ts';

type Props = {
  readonly creation: Creation | undefined;
  /** The worker did not take a message. */
  readonly failure: Failure | undefined;
  readonly onCheckAgain: () => void;
};

/** What went wrong, and whether there is a relation now. Without it: nothing, not even an empty region. */
export function CreationAlert({ creation, failure, onCheckAgain }: Props) {
  const attempt = creation?.phase === 'ready' ? creation.failure : undefined;
  const plain = failure ?? (creation?.phase === 'failed' ? creation.failure : undefined);
  if (plain === undefined && attempt === undefined) return null;
  return (
    <div role="alert" class="banner danger">
      <div tabIndex={-1} data-focus>
        {plain !== undefined && <FailureNotice failure={plain} onTryAgain={onCheckAgain} />}
        {plain === undefined && attempt !== undefined && <Attempt attempt={attempt} onCheckAgain={onCheckAgain} />}
      </div>
    </div>
  );
}

function Attempt({ attempt, onCheckAgain }: { readonly attempt: CreationFailure; readonly onCheckAgain: () => void }) {
  const { failure, made } = attempt;
  if (made === 'no') {
    return (
      <FailureNotice failure={failure} onTryAgain={onCheckAgain} tryAgainLabel={text('checkAgain')}>
        {text('createMadeNo')}
      </FailureNotice>
    );
  }
  return (
    <div class="failure">
      <p>
        <strong>{text('createUnconfirmed')}</strong> {text('createUnknown')}
      </p>
      <button type="button" onClick={onCheckAgain}>
        {text('checkAgain')}
      </button>
    </div>
  );
}
