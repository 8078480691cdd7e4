import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { parseEnterpriseNumber, parseEstablishmentNumber } from '../../company/enterprise-number.ts';
import type { Failure, LookupAnswer } from '../../messages/index.ts';
import { AttentionHint } from '../../ui/attention-hint.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { language, text } from '../../ui/texts.ts';
import { Actions, actionsOf } from '../actions.tsx';
import { Age } from '../age.tsx';
import { CompanyCardView } from '../card/company-card.tsx';
import { establishmentPage } from '../card/sources.ts';
import { closePage } from '../close-page.ts';
import { ConnectHint } from './connect-hint.tsx';
import { HitList } from './hit-list.tsx';
import { lookupStatus, saysMore } from './lookup-status.ts';
import { SearchBox } from './search-box.tsx';
import { type LookupState, useLookup, useRelations } from './use-lookup.ts';
import { useView } from './view.ts';

/**
 * The toolbar popup: a search box, and below it the companies found or the card of one of them.
 * @param asked what the page's address asks for
 */
export function Lookup({ asked }: { readonly asked?: string | undefined }) {
  const { view, isOpen, change, type } = useView(asked);
  const query = view.typed.trim();
  const { state, again } = useLookup(query, view.answer);
  const answer = answerOn(state);
  const hits = answer?.hits ?? [];
  const shown = view.card ?? hits[view.marked]?.enterpriseNumber;
  const relations = useRelations(view.card === undefined ? hits.map((hit) => hit.enterpriseNumber) : [view.card]);
  const [failure, setFailure] = useState<Failure>();
  const [said, say] = useState('');
  const box = useRef<HTMLInputElement>(null);
  const hasTyped = useRef(false);
  // Enter that came before the answer.
  const isWanted = useRef(false);

  // Before the page is drawn: who opens it by the keyboard types at once.
  useLayoutEffect(() => box.current?.focus(), []);
  // What was typed when the popup was last open gives way to what is typed now, from its first letter on.
  useLayoutEffect(() => {
    if (isOpen && !hasTyped.current && document.activeElement === box.current) box.current?.select();
  }, [isOpen]);
  useEffect(() => {
    if (state.phase !== 'found') return;
    if (state.answer !== view.answer) change({ answer: state.answer, marked: 0, scrolled: 0 });
    const [only, ...others] = state.answer.hits;
    if (isWanted.current && only !== undefined && others.length === 0) change({ card: only.enterpriseNumber });
    isWanted.current = false;
  }, [state]);

  const actions = shown === undefined ? [] : actionsOf(shown, relations[shown], setFailure);
  const leave = () => {
    setFailure(undefined);
    say('');
    isWanted.current = false;
  };
  const openCard = (card: string | undefined) => {
    leave();
    change({ card, vatAsked: undefined });
  };
  const enter = () => {
    const number = parseEnterpriseNumber(query);
    if (view.card !== undefined) actions.at(-1)?.act();
    else if (number !== undefined) openCard(number);
    else if (state.phase === 'found') openCard(hits[view.marked]?.enterpriseNumber);
    else isWanted.current = state.phase === 'loading';
  };
  const move = (step: number) =>
    change({ marked: Math.max(0, Math.min(hits.length - 1, view.marked + step)), scrolled: view.scrolled });
  const back = () => {
    openCard(undefined);
    box.current?.focus();
  };
  useLookupKeys({
    box,
    enter,
    move: view.card === undefined && state.phase === 'found' ? move : undefined,
    onEscape: view.card !== undefined ? back : view.typed !== '' ? () => onType('') : undefined,
  });
  const onType = (typed: string) => {
    hasTyped.current = true;
    leave();
    type(typed);
  };

  const isList = isOpen && view.card === undefined;
  const hasList = isList && hits.length > 0;
  return (
    <div class={`lookup ${asked === undefined ? '' : 'window'}`}>
      <SearchBox box={box} typed={view.typed} onType={onType} marked={hasList ? view.marked : undefined} />
      <main>
        <h1 class="hidden">{text('extensionName')}</h1>
        {failure !== undefined && <LookupFailure failure={failure} />}
        {isList && state.phase === 'failed' && <LookupFailure failure={state.failure} onTryAgain={again} />}
        <p role="status" class={isList && (!hasList || saysMore(state)) ? 'say' : 'hidden'}>
          {isList ? lookupStatus(state) : said}
        </p>
        {isList && <EstablishmentLink state={state} />}
        {hasList && (
          <HitList
            hits={hits}
            relations={relations}
            marked={view.marked}
            scrolled={view.scrolled}
            isBusy={state.phase === 'loading'}
            onScroll={(scrolled) => change({ scrolled })}
            onOpen={(index) => openCard(hits[index]?.enterpriseNumber)}
          />
        )}
        {isList && state.phase === 'found' && (
          <p class="source-age">
            <Age retrievedAt={state.answer.retrievedAt} />
            <button type="button" class="link" onClick={again}>
              {text('lookupReadAgain')}
            </button>
          </p>
        )}
        {view.card !== undefined && (
          <CompanyCardView
            enterpriseNumber={view.card}
            name={hits.find((hit) => hit.enterpriseNumber === view.card)?.name}
            relations={relations[view.card]}
            vatAsked={view.vatAsked}
            onVatAsked={(vatAsked) => change({ vatAsked })}
            say={say}
            onBack={back}
          />
        )}
        {isList && <AttentionHint />}
        {isList && <ConnectHint />}
      </main>
      {shown !== undefined && (isList ? hasList : true) && (
        <Actions actions={actions} keys={text(view.card === undefined ? 'lookupKeys' : 'cardKeys')} />
      )}
    </div>
  );
}

/** What stands on screen: while newer companies are looked for, those from before. */
function answerOn(state: LookupState): LookupAnswer | undefined {
  return state.phase === 'found' ? state.answer : state.phase === 'loading' ? state.before : undefined;
}

function LookupFailure({ failure, onTryAgain }: { readonly failure: Failure; readonly onTryAgain?: () => void }) {
  return (
    <div role="alert" class="banner danger">
      <FailureNotice failure={failure} onTryAgain={onTryAgain} />
    </div>
  );
}

/** The register says of every establishment whose it is. */
function EstablishmentLink({ state }: { readonly state: LookupState }) {
  const digits = state.phase === 'found' ? parseEstablishmentNumber(state.answer.query) : undefined;
  if (digits === undefined) return null;
  return (
    <p class="say">
      <a href={establishmentPage(digits, language())} target="_blank" rel="noreferrer">
        {text('lookupEstablishmentLink')}
      </a>
    </p>
  );
}

type Keys = {
  readonly box: { readonly current: HTMLInputElement | null };
  readonly enter: () => void;
  readonly move: ((step: number) => void) | undefined;
  /** Undefined where nothing is left to leave but the popup. */
  readonly onEscape: (() => void) | undefined;
};

/**
 * Enter, the arrow keys and Escape, from the search box and wherever no control takes them; what is typed elsewhere goes
 * into the search box, in the place of what is there.
 */
function useLookupKeys({ box, enter, move, onEscape }: Keys) {
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.isComposing) return;
      const isElsewhere = event.target !== box.current;
      const isOnControl = isElsewhere && event.target instanceof Element && event.target.closest('a, button, summary');
      if (event.key === 'Escape') {
        event.preventDefault();
        if (onEscape === undefined) void closePage();
        else onEscape();
      } else if (isOnControl) {
        return;
      } else if (event.key === 'Enter') {
        event.preventDefault();
        enter();
      } else if (!isElsewhere && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
        event.preventDefault();
        move?.(event.key === 'ArrowDown' ? 1 : -1);
      } else if (isElsewhere && event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) {
        box.current?.focus();
        box.current?.select();
      }
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  });
}
