import { parseEnterpriseNumber } from '../../company/enterprise-number.ts';
import type { Failure, LookupAnswer } from '../../messages/index.ts';

/** What the lookup shows, as far as it outlives the popup's closing. */
export type View = {
  readonly typed: string;
  /** What was found for it, with the hit that is marked and how far the list is scrolled, in CSS pixels. */
  readonly answer?: LookupAnswer | undefined;
  readonly marked: number;
  readonly scrolled: number;
  /** The number of the company whose card is open. */
  readonly card?: string | undefined;
  /** The VAT number for which the user asked VIES; in Chrome, the question for permission closes the popup. */
  readonly vatAsked?: string | undefined;
  /** The company that AdminPulse's page was about when the popup last opened. */
  readonly onPage?: string | undefined;
};

export const EMPTY_VIEW: View = { typed: '', marked: 0, scrolled: 0 };

/** All that the lookup shows, beside what the worker answers. */
export type LookupState = {
  /** Undefined until it is known what the page opens on; the user may type before. */
  readonly view: View | undefined;
  /** The user has typed since the page was opened. */
  readonly hasTyped: boolean;
  /** Enter came before the answer: where it has one company only, that one opens. */
  readonly isWanted: boolean;
  /** What kept the company's review or creation from being opened. */
  readonly failure: Failure | undefined;
  /** What the open card announces. */
  readonly message: string;
};

export const INITIAL_STATE: LookupState = {
  view: undefined,
  hasTyped: false,
  isWanted: false,
  failure: undefined,
  message: '',
};

export type LookupEvent =
  /** It is known what the page opens on. */
  | { readonly type: 'opened'; readonly view: View }
  /** The context menu asks for something while the page is open. */
  | { readonly type: 'asked'; readonly query: string }
  | { readonly type: 'typed'; readonly text: string }
  /** Enter in a list. `company`: the marked one; `isSearching`: newer companies are on their way. */
  | { readonly type: 'entered'; readonly company?: string | undefined; readonly isSearching: boolean }
  | { readonly type: 'answered'; readonly answer: LookupAnswer }
  /** An arrow key: up or down in a list of so many. */
  | { readonly type: 'moved'; readonly step: 1 | -1; readonly count: number }
  | { readonly type: 'scrolled'; readonly pixels: number }
  | { readonly type: 'cardOpened'; readonly company: string }
  | { readonly type: 'cardClosed' }
  | { readonly type: 'vatAsked'; readonly vatNumber: string | undefined }
  | { readonly type: 'failed'; readonly failure: Failure }
  | { readonly type: 'announced'; readonly message: string };

/** The state after an event. */
export function reduce(state: LookupState, event: LookupEvent): LookupState {
  const { view = EMPTY_VIEW } = state;
  switch (event.type) {
    case 'opened':
      // What was typed meanwhile stays.
      return state.view === undefined ? { ...state, view: event.view } : state;
    case 'asked':
      return { ...state, view: openedView({ previous: state.view, asked: event.query, onPage: state.view?.onPage }) };
    case 'typed':
      return { ...leaving(state), hasTyped: true, view: viewOf(event.text, view) };
    case 'entered':
      return entered(state, view, event);
    case 'answered':
      return answered(state, view, event.answer);
    case 'moved':
      return withView(state, { marked: Math.max(0, Math.min(event.count - 1, view.marked + event.step)) });
    case 'scrolled':
      return withView(state, { scrolled: event.pixels });
    case 'cardOpened':
      return withCard(state, event.company);
    case 'cardClosed':
      return withCard(state, undefined);
    case 'vatAsked':
      return withView(state, { vatAsked: event.vatNumber });
    case 'failed':
      return { ...state, failure: event.failure };
    case 'announced':
      return { ...state, message: event.message };
  }
}

type Opening = {
  /** What was shown last. */
  readonly previous?: View | undefined;
  /** What the context menu or the address bar asks for. */
  readonly asked?: string | undefined;
  /** The company that AdminPulse's page in front is about. */
  readonly onPage?: string | undefined;
};

/** What the popup opens on: what was asked for, else the page's company if the page is another one, else the last view. */
export function openedView({ previous = EMPTY_VIEW, asked, onPage }: Opening): View {
  if (asked !== undefined) {
    return { ...viewOf(asked, { ...previous, onPage }), card: parseEnterpriseNumber(asked) };
  }
  const isNews = onPage !== undefined && onPage !== previous.onPage;
  return isNews ? { ...previous, onPage, card: onPage, vatAsked: undefined } : { ...previous, onPage };
}

/** A view on another query. */
function viewOf(typed: string, { onPage }: View): View {
  return { ...EMPTY_VIEW, typed, onPage };
}

function withView(state: LookupState, part: Partial<View>): LookupState {
  return { ...state, view: { ...(state.view ?? EMPTY_VIEW), ...part } };
}

/** What was said of another company, or is waited for, is over. */
function leaving(state: LookupState): LookupState {
  return { ...state, failure: undefined, message: '', isWanted: false };
}

function withCard(state: LookupState, card: string | undefined): LookupState {
  return withView(leaving(state), { card, vatAsked: undefined });
}

/** A number that was typed opens without being looked up; else the marked company, once it is an answer to what was typed. */
function entered(state: LookupState, view: View, { company, isSearching }: Extract<LookupEvent, { type: 'entered' }>) {
  const toOpen = parseEnterpriseNumber(view.typed.trim()) ?? (isSearching ? undefined : company);
  return toOpen === undefined ? { ...state, isWanted: isSearching } : withCard(state, toOpen);
}

function answered(state: LookupState, view: View, answer: LookupAnswer): LookupState {
  const [only, ...others] = answer.hits;
  const opensOnly = state.isWanted && only !== undefined && others.length === 0;
  return withView(
    { ...state, isWanted: false },
    {
      ...(answer !== view.answer && { answer, marked: 0, scrolled: 0 }),
      ...(opensOnly && { card: only.enterpriseNumber }),
    },
  );
}
