import type { ReviewState } from '../../messages/index.ts';
import { shownNumber } from '../../ui/numbers.ts';
import { text } from '../../ui/texts.ts';

type Props = {
  readonly review: Extract<ReviewState, { phase: 'choosing' }> & { readonly enterpriseNumber: string };
  readonly onChoose: (relationCode: string) => void;
};

/** Several relations have the number: the user says which one is meant. */
export function Choice({ review, onChoose }: Props) {
  return (
    <div class="choice">
      <p>{text('chooseExplanation', review.candidates.length, shownNumber(review.enterpriseNumber))}</p>
      <ul aria-label={text('relations')}>
        {review.candidates.map((candidate) => (
          <li key={candidate.code}>
            <button type="button" onClick={() => onChoose(candidate.code)}>
              <bdi class="name">{candidate.name}</bdi>{' '}
              <span class="facts">
                <span>{candidate.code}</span>
                {candidate.customerCode !== undefined && <span>{text('customerCode', candidate.customerCode)}</span>}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
