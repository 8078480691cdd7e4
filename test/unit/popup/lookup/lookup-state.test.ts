import { describe, expect, it } from 'vitest';
import type { CompanyHit, LookupAnswer } from '../../../../src/messages/index.ts';
import {
  INITIAL_STATE,
  type LookupEvent,
  type LookupState,
  openedView,
  reduce,
  type View,
} from '../../../../src/popup/lookup/lookup-state.ts';

const LAST: View = { typed: 'peeters', marked: 2, scrolled: 40, card: '0001007711' };

describe('the popup opens', () => {
  it('empty at first', () => {
    expect(openedView({})).toMatchObject({ typed: '', marked: 0 });
  });

  it('on what it showed when it was closed', () => {
    expect(openedView({ previous: LAST })).toMatchObject(LAST);
  });

  it('on the company of a page that it did not see yet, with what was typed behind it', () => {
    const view = openedView({ previous: LAST, onPage: '0001004246' });
    expect(view).toMatchObject({ typed: 'peeters', marked: 2, card: '0001004246', onPage: '0001004246' });
  });

  it('on what it showed when it opens again on the same page', () => {
    const previous = { ...LAST, onPage: '0001004246' };
    expect(openedView({ previous, onPage: '0001004246' })).toEqual(previous);
  });

  it('on the page’s company again after it was opened elsewhere', () => {
    const elsewhere = openedView({ previous: { ...LAST, onPage: '0001004246' } });
    expect(openedView({ previous: elsewhere, onPage: '0001004246' }).card).toBe('0001004246');
  });

  it('on what the context menu asks for, above all', () => {
    const view = openedView({ previous: LAST, asked: 'Garage', onPage: '0001004246' });
    expect(view).toMatchObject({ typed: 'Garage', marked: 0, scrolled: 0 });
    expect(view.card).toBeUndefined();
  });

  it('on the card of a number that is asked for', () => {
    expect(openedView({ asked: 'BE 0001.004.246' })).toMatchObject({ typed: 'BE 0001.004.246', card: '0001004246' });
  });
});

const hit = (enterpriseNumber: string): CompanyHit => ({ enterpriseNumber, name: enterpriseNumber });
const answerWith = (...numbers: readonly string[]): LookupAnswer => ({
  query: 'peeters',
  hits: numbers.map(hit),
  count: numbers.length,
  retrievedAt: '2026-03-02T10:00:00.000Z',
});
const BOTH = answerWith('0001004246', '0001007711');
const ONE = answerWith('0001007711');
const NONE = answerWith();

/** What follows from an event, as far as it is named. */
type Expected = { readonly view?: Partial<View> } & Partial<Omit<LookupState, 'view'>>;
type Case = {
  readonly name: string;
  readonly state?: Partial<LookupState>;
  readonly view?: Partial<View>;
  readonly events: readonly LookupEvent[];
  readonly expected: Expected;
};

const typed = (text: string): LookupEvent => ({ type: 'typed', text });
const answered = (answer: LookupAnswer): LookupEvent => ({ type: 'answered', answer });
const moved = (step: 1 | -1): LookupEvent => ({ type: 'moved', step, count: 2 });
const enteredBeforeAnswer: LookupEvent = { type: 'entered', isSearching: true };
const FAILED = { kind: 'notConnected', service: 'adminpulse' } as const;

const CASES: readonly Case[] = [
  {
    name: 'opens on what was stored',
    events: [{ type: 'opened', view: { typed: 'peeters', marked: 1, scrolled: 0 } }],
    expected: { view: { typed: 'peeters', marked: 1 }, hasTyped: false },
  },
  {
    name: 'keeps what was typed before it opened',
    events: [typed('new'), { type: 'opened', view: { typed: 'old', marked: 0, scrolled: 0 } }],
    expected: { view: { typed: 'new' }, hasTyped: true },
  },
  {
    name: 'shows what is typed in the place of all else',
    state: { failure: FAILED, message: 'copied', isWanted: true },
    view: { card: '0001004246', marked: 1, scrolled: 40, answer: BOTH },
    events: [typed('zo')],
    expected: {
      view: { typed: 'zo', card: undefined, marked: 0, scrolled: 0, answer: undefined },
      failure: undefined,
      message: '',
      isWanted: false,
    },
  },
  {
    name: 'keeps the answer, and begins at its first company',
    view: { typed: 'peeters', marked: 3, scrolled: 40 },
    events: [answered(BOTH)],
    expected: { view: { answer: BOTH, marked: 0, scrolled: 0, card: undefined } },
  },
  {
    name: 'stays where it was when the answer is the one that it has',
    view: { typed: 'peeters', answer: BOTH, marked: 1, scrolled: 40 },
    events: [answered(BOTH)],
    expected: { view: { answer: BOTH, marked: 1, scrolled: 40 } },
  },
  {
    name: 'opens the marked company on Enter',
    view: { typed: 'peeters', answer: BOTH, vatAsked: 'BE0001007711' },
    events: [{ type: 'entered', company: '0001004246', isSearching: false }],
    expected: { view: { card: '0001004246', vatAsked: undefined } },
  },
  {
    name: 'opens a number on Enter, though it was not looked up yet',
    view: { typed: ' BE 0001.004.246' },
    events: [enteredBeforeAnswer],
    expected: { view: { card: '0001004246' }, isWanted: false },
  },
  {
    name: 'waits for the answer on Enter',
    view: { typed: 'peeters' },
    events: [enteredBeforeAnswer],
    expected: { view: { card: undefined }, isWanted: true },
  },
  {
    name: 'does not open an older company while newer ones are on their way',
    view: { typed: 'peeters' },
    events: [{ type: 'entered', company: '0001004246', isSearching: true }],
    expected: { view: { card: undefined }, isWanted: true },
  },
  {
    name: 'opens the only company that an Enter waits for',
    view: { typed: 'peeters' },
    events: [enteredBeforeAnswer, answered(ONE)],
    expected: { view: { card: '0001007711', answer: ONE }, isWanted: false },
  },
  {
    name: 'opens none of several that an Enter waits for',
    view: { typed: 'peeters' },
    events: [enteredBeforeAnswer, answered(BOTH)],
    expected: { view: { card: undefined }, isWanted: false },
  },
  {
    name: 'opens nothing where nothing was found',
    view: { typed: 'peeters' },
    events: [enteredBeforeAnswer, answered(NONE), answered(ONE)],
    expected: { view: { card: undefined }, isWanted: false },
  },
  {
    name: 'waits no more once something else is typed',
    view: { typed: 'peeters' },
    events: [enteredBeforeAnswer, typed('peeters z'), answered(ONE)],
    expected: { view: { card: undefined } },
  },
  {
    name: 'does nothing on Enter where there is nothing to open',
    view: { typed: 'peeters' },
    events: [{ type: 'entered', isSearching: false }],
    expected: { view: { card: undefined }, isWanted: false },
  },
  {
    name: 'moves down to the last company',
    view: { answer: BOTH },
    events: [moved(1), moved(1)],
    expected: { view: { marked: 1 } },
  },
  {
    name: 'moves up to the first company',
    view: { answer: BOTH, marked: 1 },
    events: [moved(-1), moved(-1)],
    expected: { view: { marked: 0 } },
  },
  {
    name: 'goes back to the list as it was',
    state: { failure: FAILED, message: 'copied' },
    view: { typed: 'peeters', answer: BOTH, marked: 1, scrolled: 40, card: '0001007711' },
    events: [{ type: 'cardClosed' }],
    expected: {
      view: { typed: 'peeters', answer: BOTH, marked: 1, scrolled: 40, card: undefined },
      failure: undefined,
      message: '',
    },
  },
  {
    name: 'opens the card that is clicked',
    state: { failure: FAILED },
    view: { answer: BOTH },
    events: [{ type: 'cardOpened', company: '0001007711' }],
    expected: { view: { card: '0001007711' }, failure: undefined },
  },
  {
    name: 'shows what the context menu asks for, and the page that it was opened on',
    view: { typed: 'peeters', answer: BOTH, onPage: '0001004246' },
    events: [{ type: 'asked', query: 'garage' }],
    expected: { view: { typed: 'garage', answer: undefined, onPage: '0001004246' } },
  },
  {
    name: 'remembers how far the list is scrolled, and the number that VIES is asked for',
    events: [
      { type: 'scrolled', pixels: 40 },
      { type: 'vatAsked', vatNumber: 'BE0001004246' },
    ],
    expected: { view: { scrolled: 40, vatAsked: 'BE0001004246' } },
  },
  {
    name: 'shows why something failed, and what is announced',
    events: [
      { type: 'failed', failure: FAILED },
      { type: 'announced', message: 'copied' },
    ],
    expected: { failure: FAILED, message: 'copied' },
  },
];

describe('the lookup', () => {
  it.each(CASES)('$name', ({ state, view, events, expected }) => {
    const start: LookupState = {
      ...INITIAL_STATE,
      ...state,
      ...(view && { view: { typed: '', marked: 0, scrolled: 0, ...view } }),
    };
    const { view: expectedView = {}, ...rest } = expected;
    const end = events.reduce(reduce, start);
    expect(end).toMatchObject(rest);
    for (const key of Object.keys(expectedView) as (keyof View)[]) expect(end.view?.[key]).toEqual(expectedView[key]);
  });
});
