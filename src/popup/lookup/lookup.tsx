import { type Dispatch, useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { parseEstablishmentNumber } from '../../company/enterprise-number.ts';
import type { Failure, RelationsOf } from '../../messages/index.ts';
import { AttentionHint } from '../../ui/attention-hint.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { language, text } from '../../ui/texts.ts';
import { Actions, actionsOf } from '../actions.tsx';
import { Age } from '../age.tsx';
import { CompanyCardView } from '../card/company-card.tsx';
import { establishmentPage } from '../card/sources.ts';
import { ConnectHint } from './connect-hint.tsx';
import { HitList } from './hit-list.tsx';
import { EMPTY_VIEW, type LookupEvent, type View } from './lookup-state.ts';
import { hasDetail, lookupStatus } from './lookup-status.ts';
import { SearchBox } from './search-box.tsx';
import { answerOn, type Search, useLookup, useRelations } from './use-lookup.ts';
import { useLookupKeys } from './use-lookup-keys.ts';
import { useLookupState } from './view.ts';

/**
 * The toolbar popup: a search box, and below it the companies found or the card of one of them.
 * @param asked what the page's address asks for
 */
export function Lookup({ asked }: { readonly asked?: string | undefined }) {
  const [state, dispatch] = useLookupState(asked);
  const { view = EMPTY_VIEW, failure, message } = state;
  const { search, again } = useLookup(view.typed.trim(), view.answer);
  const found = search.phase === 'found' ? search.answer : undefined;
  useEffect(() => {
    if (found !== undefined) dispatch({ type: 'answered', answer: found });
  }, [found, dispatch]);

  const hits = answerOn(search)?.hits ?? [];
  const isList = state.view !== undefined && view.card === undefined;
  const hasList = isList && hits.length > 0;
  const marked = hits[view.marked]?.enterpriseNumber;
  const company = view.card ?? marked;
  const relations = useRelations(view.card === undefined ? hits.map((hit) => hit.enterpriseNumber) : [view.card]);
  const actions =
    company === undefined
      ? []
      : actionsOf(company, relations[company], (reason) => dispatch({ type: 'failed', failure: reason }));

  const box = useSearchBox(state.view !== undefined, state.hasTyped);
  const onType = (typed: string) => dispatch({ type: 'typed', text: typed });
  const closeCard = () => {
    dispatch({ type: 'cardClosed' });
    box.current?.focus();
  };
  useLookupKeys(box, {
    onEnter: () => {
      if (view.card !== undefined) actions.at(-1)?.act();
      else dispatch({ type: 'entered', company: found && marked, isSearching: search.phase === 'loading' });
    },
    onMove:
      view.card === undefined && found ? (step) => dispatch({ type: 'moved', step, count: hits.length }) : undefined,
    onEscape: escapeFrom(view, closeCard, () => onType('')),
  });

  return (
    <div class={`lookup ${asked === undefined ? '' : 'window'}`}>
      <SearchBox box={box} typed={view.typed} onType={onType} marked={hasList ? view.marked : undefined} />
      <main>
        <h1 class="hidden">{text('extensionName')}</h1>
        {failure !== undefined && <LookupFailure failure={failure} />}
        {isList && search.phase === 'failed' && <LookupFailure failure={search.failure} onTryAgain={again} />}
        <p role="status" class={isList && (!hasList || hasDetail(search)) ? 'message' : 'hidden'}>
          {isList ? lookupStatus(search) : message}
        </p>
        {isList && <Found search={search} view={view} relations={relations} dispatch={dispatch} onAgain={again} />}
        {view.card !== undefined && (
          <CompanyCardView
            enterpriseNumber={view.card}
            name={hits.find((hit) => hit.enterpriseNumber === view.card)?.name}
            relations={relations[view.card]}
            vatAsked={view.vatAsked}
            onVatAsked={(vatNumber) => dispatch({ type: 'vatAsked', vatNumber })}
            announce={(sentence) => dispatch({ type: 'announced', message: sentence })}
            onBack={closeCard}
          />
        )}
        {isList && <AttentionHint />}
        {isList && <ConnectHint />}
      </main>
      {company !== undefined && (hasList || !isList) && (
        <Actions actions={actions} keys={text(view.card === undefined ? 'lookupKeys' : 'cardKeys')} />
      )}
    </div>
  );
}

/**
 * The search box has the focus before the page is drawn: who opens it by the keyboard types at once. What was typed when
 * the popup was last open gives way to what is typed now, from its first letter on.
 */
function useSearchBox(isOpen: boolean, hasTyped: boolean) {
  const box = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => box.current?.focus(), []);
  useLayoutEffect(() => {
    if (isOpen && !hasTyped && document.activeElement === box.current) box.current?.select();
  }, [isOpen, hasTyped]);
  return box;
}

/** Escape leaves the card, then what is typed; undefined where nothing is left to leave but the popup. */
function escapeFrom(view: View, closeCard: () => void, clear: () => void): (() => void) | undefined {
  if (view.card !== undefined) return closeCard;
  return view.typed === '' ? undefined : clear;
}

type FoundProps = {
  readonly search: Search;
  readonly view: View;
  readonly relations: RelationsOf;
  readonly dispatch: Dispatch<LookupEvent>;
  /** Asks openthebox once more. */
  readonly onAgain: () => void;
};

/** The companies found, and how old the answer is. */
function Found({ search, view, relations, dispatch, onAgain }: FoundProps) {
  const hits = answerOn(search)?.hits ?? [];
  return (
    <>
      <EstablishmentLink search={search} />
      {hits.length > 0 && (
        <HitList
          hits={hits}
          relations={relations}
          marked={view.marked}
          scrolled={view.scrolled}
          isBusy={search.phase === 'loading'}
          onScroll={(pixels) => dispatch({ type: 'scrolled', pixels })}
          onOpen={(company) => dispatch({ type: 'cardOpened', company })}
        />
      )}
      {search.phase === 'found' && (
        <p class="source-age">
          <Age retrievedAt={search.answer.retrievedAt} />
          <button type="button" class="link" onClick={onAgain}>
            {text('lookupReadAgain')}
          </button>
        </p>
      )}
    </>
  );
}

function LookupFailure({ failure, onTryAgain }: { readonly failure: Failure; readonly onTryAgain?: () => void }) {
  return (
    <div role="alert" class="banner danger">
      <FailureNotice failure={failure} onTryAgain={onTryAgain} />
    </div>
  );
}

/** The register says of every establishment whose it is. */
function EstablishmentLink({ search }: { readonly search: Search }) {
  const digits = search.phase === 'found' ? parseEstablishmentNumber(search.answer.query) : undefined;
  if (digits === undefined) return null;
  return (
    <p class="message">
      <a href={establishmentPage(digits, language())} target="_blank" rel="noreferrer">
        {text('lookupEstablishmentLink')}
      </a>
    </p>
  );
}
