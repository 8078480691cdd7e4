import './links.css';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Failure, LinkOptions } from '../../messages/index.ts';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { text } from '../../ui/texts.ts';
import { callWorker } from '../../ui/worker.ts';
import type { LinksPanelProps } from './link-choices.ts';
import { isAddable } from './link-choices.ts';
import { LinkRows } from './link-rows.tsx';
import { networkOf } from './network.ts';
import { NetworkPicture } from './network-picture.tsx';

/** The links as a list, each with what it would become, and as a picture; what is selected in one is so in the other. */
export function LinksPanel(props: LinksPanelProps) {
  const { reviewId, company, links, mayChoose } = props;
  const [selected, setSelected] = useState<readonly string[]>([]);
  const { options, failure, isAsking, askAgain } = useLinkOptions(reviewId, mayChoose && links.some(isAddable));
  const network = useMemo(() => networkOf(company, links), [company, links]);
  const list = useRef<HTMLDivElement>(null);

  const selectInPicture = (keys: readonly string[]) => {
    setSelected(keys);
    const row = [...(list.current?.querySelectorAll('tr[data-link]') ?? [])].find(
      (candidate) => candidate.getAttribute('data-link') === keys[0],
    );
    row?.scrollIntoView?.({ block: 'nearest' });
  };

  return (
    <div class="links-panel">
      <div class="links-list" ref={list}>
        {failure !== undefined && (
          <div class="banner danger">
            <FailureNotice failure={failure} onTryAgain={askAgain} />
          </div>
        )}
        {isAsking && <p class="detail">{text('linkTargetsLoading')}</p>}
        <LinkRows {...props} options={options} selected={selected} onSelect={(key) => setSelected([key])} />
      </div>
      <NetworkPicture network={network} selected={selected} onSelect={selectInPicture} />
    </div>
  );
}

/** What the worker knows of how the links can be added; asked for once the list is shown. */
function useLinkOptions(reviewId: string, needed: boolean) {
  const [state, setState] = useState<{ readonly options?: LinkOptions; readonly failure?: Failure }>({});
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    if (!needed) return;
    let isCurrent = true;
    setState({});
    void callWorker('getLinkOptions', { reviewId }).then((answer) => {
      if (isCurrent) setState(answer.ok ? { options: answer.value } : { failure: answer.failure });
    });
    return () => {
      isCurrent = false;
    };
  }, [reviewId, needed, attempt]);
  const isAsking = needed && !state.options && !state.failure;
  return { ...state, isAsking, askAgain: () => setAttempt(attempt + 1) };
}
