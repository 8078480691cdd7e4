import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { RelationsOf } from '../../messages/index.ts';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { numberText } from '../../ui/numbers.ts';
import { language, text } from '../../ui/texts.ts';
import { Age } from '../age.tsx';
import { situationText } from '../register-status.tsx';
import { CardFields } from './card-fields.tsx';
import { sourcesOf } from './sources.ts';
import { useCompany } from './use-company.ts';

type Props = {
  readonly enterpriseNumber: string;
  /** The name that the list had. */
  readonly name: string | undefined;
  readonly relations: RelationsOf[string] | undefined;
  readonly vatAsked: string | undefined;
  readonly onVatAsked: (vatNumber: string | undefined) => void;
  readonly announce: (sentence: string) => void;
  readonly onBack: () => void;
};

/** All that openthebox says of one company, and the way to the official sources. */
export function CompanyCardView({ enterpriseNumber, name, onBack, ...rest }: Props) {
  const { card, failure, again } = useCompany(enterpriseNumber);
  const number = numberText(enterpriseNumber);
  const heading = card?.name || name || number;
  const title = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => title.current?.focus(), [enterpriseNumber]);
  useEffect(() => {
    if (card === undefined && failure === undefined) rest.announce(text('cardLoading', heading));
    else if (card !== undefined) rest.announce('');
  }, [card, failure, heading]);

  return (
    <section class="card" aria-busy={card === undefined && failure === undefined}>
      <header class="card-header">
        <button type="button" class="link" onClick={onBack}>
          {text('cardBack')}
        </button>
        <h2 ref={title} tabIndex={-1}>
          <bdi>{heading}</bdi>
        </h2>
        <p class="source-age">
          <span>{number}</span>
          {card !== undefined && <Age retrievedAt={card.retrievedAt} />}
          {card !== undefined && (
            <button type="button" class="link" onClick={again}>
              {text('lookupReadAgain')}
            </button>
          )}
        </p>
      </header>
      {failure !== undefined && (
        <div role="alert" class="banner danger">
          <FailureNotice failure={failure} onTryAgain={again} />
        </div>
      )}
      {card === undefined && failure === undefined && <p class="message working">{text('cardLoading', heading)}</p>}
      {card?.registerStatus !== undefined && card.registerStatus.level !== 'normal' && (
        <p class={`banner ${card.registerStatus.level}`}>{situationText(card.registerStatus.code)}</p>
      )}
      {card?.anonymous === true && <p class="banner info">{text('noticeAnonymous')}</p>}
      {card !== undefined && <CardFields card={card} {...rest} />}
      <nav class="sources" aria-label={text('cardSources')}>
        {sourcesOf(enterpriseNumber, language()).map(({ label, url }) => (
          <a key={label} href={url} target="_blank" rel="noreferrer">
            {text(label)}
          </a>
        ))}
      </nav>
    </section>
  );
}
