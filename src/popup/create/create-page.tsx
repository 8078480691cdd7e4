import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Comparison, Creation, Draft, Review } from '../../messages/index.ts';
import { setDocumentLanguage, text } from '../../ui/texts.ts';
import { callWorker } from '../../ui/worker.ts';
import { ChangesTable } from '../changes/changes-table.tsx';
import { ReviewNotices } from '../changes/notices.tsx';
import { ReviewHeader } from '../changes/page-header.tsx';
import { NO_TICKS, type Ticks, tickedFields, withTicks } from '../changes/ticks.ts';
import { closePage } from '../close-page.ts';
import { Loading } from '../review/loading.tsx';
import { answersOf, languageOf, localDay, type Typed } from './answers.ts';
import { CreationAlert } from './creation-alert.tsx';
import { CreationForm } from './creation-form.tsx';
import { creationStatus, obstacle } from './creation-status.ts';
import { Existing } from './existing.tsx';
import { useCreation } from './use-creation.ts';

/** The window in which a relation is made of a company: a review with nothing on AdminPulse's side, and what it asks for. */
export function CreatePage({ creationId }: { readonly creationId: string }) {
  const { creation, failure, showFailure } = useCreation(creationId);
  const [ticks, setTicks] = useState<Ticks>(NO_TICKS);
  const [typed, setTyped] = useState<Typed>({});
  const draft = creation && draftOf(creation);
  const sent = creation && 'sent' in creation ? creation.sent : undefined;
  // A window that is opened on a create that was sent shows what was sent.
  const chosen: Typed = { ...sent?.answers, ...typed };
  const answers = draft && answersOf(draft, chosen, localDay(new Date()));
  const changes = draft && answers ? draft.changes[languageOf(draft, answers)] : [];
  const shownTicks =
    sent && ticks === NO_TICKS ? new Map(changes.map(({ field }) => [field, sent.fields.includes(field)])) : ticks;
  const fields = tickedFields(shownTicks, changes);
  const hindered = draft && answers && obstacle(draft, fields, answers);
  const mayCreate = creation?.phase === 'ready' && hindered === undefined;
  const main = useFocusOnChange(`${creation?.phase} ${failure !== undefined} ${creationFailed(creation)}`);

  const refresh = () => void callWorker('refreshCreation', { creationId }).then(showFailure);
  const create = () => {
    if (mayCreate && answers) void callWorker('createRelation', { creationId, fields, answers }).then(showFailure);
  };
  useEscape(creation?.phase === 'creating' ? undefined : closePage);
  const heading = draft?.heading;
  useEffect(() => {
    if (heading !== undefined) setDocumentLanguage(`${heading} · ${text('createButton')}`);
  }, [heading]);

  const comparison = draft && comparisonOf(draft, changes);
  const review = creation && comparison && reviewOf(creation, comparison);
  return (
    <div class="review">
      <main ref={main} aria-busy={creation === undefined || ['loading', 'creating'].includes(creation.phase)}>
        <ReviewHeader review={headerOf(creation, review)} comparison={comparison} onRefresh={refresh} />
        <CreationAlert creation={creation} failure={failure} onCheckAgain={refresh} />
        {creation?.phase === 'exists' && (
          <Existing enterpriseNumber={creation.enterpriseNumber} relations={creation.relations} />
        )}
        {comparison && <ReviewNotices comparison={comparison} />}
        {creation?.phase === 'created' && <Made code={creation.relation.code} />}
        {review && comparison && (
          <ChangesTable
            review={review}
            comparison={comparison}
            ticks={shownTicks}
            onTick={(some, ticked) => setTicks(withTicks(shownTicks, some, ticked))}
            onKeep={undefined}
          />
        )}
        {draft && answers && creation.phase !== 'created' && (
          <CreationForm
            draft={draft}
            answers={answers}
            disabled={creation.phase === 'creating'}
            onType={(more) => setTyped((now) => ({ ...now, ...more }))}
          />
        )}
        {failure === undefined && (creation === undefined || creation.phase === 'loading') && (
          <Loading review={creation} />
        )}
      </main>
      <footer class="actions">
        <p role="status" id="creation-status" class={creation?.phase === 'creating' ? 'say working' : 'say'}>
          {failure === undefined ? creationStatus(creation, fields, hindered) : ''}
        </p>
        <button type="button" onClick={() => void closePage()}>
          {text(draft && creation.phase === 'ready' ? 'cancel' : 'close')}
        </button>
        {draft && creation.phase !== 'created' && (
          <button
            type="button"
            class="primary"
            disabled={!mayCreate}
            aria-describedby="creation-status"
            onClick={create}
          >
            {text('createButton')}
          </button>
        )}
      </footer>
    </div>
  );
}

/** Where AdminPulse shows a relation is not documented: a link that may lead there, and what to do where it does not. */
function Made({ code }: { readonly code: string }) {
  return (
    <p class="banner info">
      <a href={`https://app.adminpulse.be/#/relations/${encodeURIComponent(code)}`} target="_blank" rel="noreferrer">
        {text('openInAdminPulse')}
      </a>{' '}
      {text('openInAdminPulseNote', code)}
    </p>
  );
}

function draftOf(creation: Creation): Draft | undefined {
  return 'draft' in creation ? creation.draft : undefined;
}

const creationFailed = (creation: Creation | undefined) =>
  creation?.phase === 'ready' ? creation.failure !== undefined : false;

function comparisonOf(draft: Draft, changes: Comparison['changes']): Comparison {
  const { heading, situation, retrievedAt, anonymous } = draft;
  const relation = { code: text('createNew'), name: heading, warnings: [] };
  return { heading, relation, changes, ...(situation && { situation }), retrievedAt, anonymous };
}

/** The creation as a review of the same rows. */
function reviewOf(creation: Creation, comparison: Comparison): Review {
  const { id, enterpriseNumber, phase } = creation;
  const about = { id, enterpriseNumber };
  if (phase === 'created') return { ...about, phase: 'applied', outcome: creation.outcome, change: '', ...comparison };
  if (phase === 'creating') {
    const { change, sent } = creation;
    return { ...about, phase: 'applying', fields: sent.fields, change, ...comparison };
  }
  return { ...about, phase: 'ready', ...comparison };
}

/** What the header shows while there is nothing to compare. */
function headerOf(creation: Creation | undefined, review: Review | undefined): Review | undefined {
  if (review !== undefined || creation === undefined) return review;
  const { id, enterpriseNumber } = creation;
  return { id, enterpriseNumber, phase: 'loading', openthebox: 'waiting', adminpulse: 'waiting' };
}

/** When the state changes, the focus goes to the part that speaks of the new one: an alert first, else the heading. */
function useFocusOnChange(state: string) {
  const main = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const target =
      main.current?.querySelector<HTMLElement>('[role="alert"] [data-focus]') ??
      main.current?.querySelector<HTMLElement>('[data-focus]');
    target?.focus();
  }, [state]);
  return main;
}

function useEscape(close: (() => Promise<void>) | undefined) {
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && close !== undefined) void close();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  });
}
