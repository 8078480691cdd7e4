import { useEffect, useRef, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import type { CompanyHit, Failure } from '../../messages.ts';
import { AttentionHint } from '../../ui/attention-hint.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { opentheboxPage } from '../../ui/numbers.ts';
import { plural, text } from '../../ui/texts.ts';
import { ask } from '../../ui/worker.ts';
import { ConnectHint } from './connect-hint.tsx';
import { HitList } from './hit-list.tsx';
import { type LookupState, useLookup } from './use-lookup.ts';

/** The toolbar popup: look a company up by name or number, then open it or compare it. */
export function Lookup() {
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(0);
  const [failure, setFailure] = useState<Failure>();
  const { state, again } = useLookup(typed);
  const box = useRef<HTMLInputElement>(null);
  const hits = state.phase === 'found' ? state.hits : [];
  const hit = hits[chosen];

  useEffect(() => box.current?.focus(), []);
  useEffect(() => setChosen(0), [state]);

  const move = (step: number) => setChosen((now) => Math.max(0, Math.min(hits.length - 1, now + step)));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      move(event.key === 'ArrowDown' ? 1 : -1);
    }
    if (event.key === 'Enter' && hit !== undefined) {
      event.preventDefault();
      open(hit);
    }
  };
  const compare = async ({ enterpriseNumber }: CompanyHit) => {
    const answer = await ask('openReview', { enterpriseNumber });
    if (answer.ok) window.close();
    else setFailure(answer.failure);
  };

  return (
    <div class="lookup">
      <search class="search" onKeyDown={onKeyDown}>
        <input
          ref={box}
          type="search"
          aria-label={text('lookupLabel')}
          placeholder={text('lookupLabel')}
          autocomplete="off"
          spellcheck={false}
          value={typed}
          onInput={(event) => {
            setTyped(event.currentTarget.value);
            setFailure(undefined);
          }}
        />
      </search>
      <main>
        <h1 class="hidden">{text('extensionName')}</h1>
        {state.phase === 'failed' && <LookupFailure failure={state.failure} onTryAgain={again} />}
        {failure !== undefined && <LookupFailure failure={failure} />}
        {hits.length > 0 && <HitList hits={hits} chosen={chosen} onChoose={setChosen} onKeyDown={onKeyDown} />}
        <p role="status" class={hits.length > 0 ? 'hidden' : 'say'}>
          {lookupStatus(state)}
        </p>
        <AttentionHint />
        <ConnectHint />
      </main>
      {hit !== undefined && (
        <footer class="actions">
          <p class="say">{text('lookupKeys')}</p>
          <button type="button" onClick={() => void compare(hit)}>
            {text('compareWithAdminPulse')}
          </button>
          <button type="button" class="primary" onClick={() => open(hit)}>
            {text('openInOpenthebox')}
          </button>
        </footer>
      )}
    </div>
  );
}

function LookupFailure({ failure, onTryAgain }: { readonly failure: Failure; readonly onTryAgain?: () => void }) {
  return (
    <div role="alert" class="banner danger">
      <FailureNotice failure={failure} onTryAgain={onTryAgain} />
    </div>
  );
}

function lookupStatus(state: LookupState): string {
  switch (state.phase) {
    case 'empty':
      return text('lookupEmpty');
    case 'loading':
      return text('lookupLoading');
    case 'failed':
      return '';
    case 'found':
      return state.hits.length === 0 ? text('lookupNothing', state.query) : plural('lookupFound', state.hits.length);
  }
}

function open({ enterpriseNumber }: CompanyHit): void {
  const url = opentheboxPage(enterpriseNumber);
  if (url === undefined) return;
  void browser.tabs.create({ url }).then(() => window.close());
}
