import { useState } from 'preact/hooks';
import type { Failure, RelationSummary } from '../../messages/index.ts';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { text } from '../../ui/texts.ts';
import { callWorker } from '../../ui/worker.ts';
import { closePage } from '../close-page.ts';

type Props = { readonly enterpriseNumber: string; readonly relations: readonly RelationSummary[] };

/** The relations that have the number already: nothing is made, and each can be compared instead. */
export function Existing({ enterpriseNumber, relations }: Props) {
  const [failure, setFailure] = useState<Failure>();
  const compare = async (relationCode: string) => {
    const answer = await callWorker('openReview', { enterpriseNumber, relationCode });
    if (answer.ok) await closePage();
    else setFailure(answer.failure);
  };
  return (
    <div class="choice">
      <p>{text('createExists')}</p>
      {failure !== undefined && (
        <div role="alert" class="banner danger">
          <FailureNotice failure={failure} />
        </div>
      )}
      <ul aria-label={text('relations')}>
        {relations.map(({ code, name, customerCode }) => (
          <li key={code} class="existing">
            <span>
              <bdi class="name">{name}</bdi>{' '}
              <span class="facts">
                <span>{code}</span>
                {customerCode !== undefined && <span>{text('customerCode', customerCode)}</span>}
              </span>
            </span>
            <button type="button" onClick={() => void compare(code)}>
              {text('compareWithAdminPulse')}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
