import { useEffect, useState } from 'preact/hooks';
import { adminPulseRelationPage } from '../../company/addresses.ts';
import { localDay } from '../../company/dates.ts';
import { languageOf } from '../../messages/creation-state.ts';
import type { Creation, Draft } from '../../messages/index.ts';
import { listed, setDocumentLanguage, text } from '../../ui/texts.ts';
import { callWorker } from '../../ui/worker.ts';
import { ChangesTable } from '../changes/changes-table.tsx';
import { Loading } from '../changes/loading.tsx';
import { Notices } from '../changes/notices.tsx';
import { PageHeader } from '../changes/page-header.tsx';
import { usePageKeys } from '../changes/page-keys.ts';
import { rowsOf, type TableState } from '../changes/row-state.ts';
import { NO_TICKS, presumedIn, type Ticks, tickedFields, withTicks } from '../changes/ticks.ts';
import { useFocusOnChange } from '../changes/use-focus-on-change.ts';
import { closePage } from '../close-page.ts';
import { answersOf, type Typed } from './answers.ts';
import { CreationAlert } from './creation-alert.tsx';
import { CreationForm } from './creation-form.tsx';
import { creationStatus, obstacle } from './creation-status.ts';
import { Existing } from './existing.tsx';
import { presumedLabels } from './presumed.ts';
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
  const currentTicks =
    sent && ticks === NO_TICKS ? new Map(changes.map(({ field }) => [field, sent.fields.includes(field)])) : ticks;
  const fields = tickedFields(currentTicks, changes);
  const hindered = draft && answers && obstacle(draft, fields, answers);
  const mayCreate = creation?.phase === 'ready' && hindered === undefined;
  const main = useFocusOnChange(`${creation?.phase} ${failure !== undefined} ${creationFailed(creation)}`);

  const refresh = () => void callWorker('refreshCreation', { creationId }).then(showFailure);
  const create = () => {
    if (mayCreate && answers) void callWorker('createRelation', { creationId, fields, answers }).then(showFailure);
  };
  const presumed = draft ? presumedLabels(draft, changes) : [];
  const confirm = () =>
    void callWorker('confirmPlaces', { fields: presumedIn(changes), terms: [...(draft?.presumed ?? [])] })
      .then((answer) => (answer.ok ? callWorker('refreshCreation', { creationId }) : answer))
      .then(showFailure);
  usePageKeys({ close: creation?.phase === 'creating' ? undefined : closePage });
  const heading = draft?.heading;
  useEffect(() => {
    if (heading !== undefined) setDocumentLanguage(`${heading} · ${text('createButton')}`);
  }, [heading]);

  return (
    <div class="review">
      <main ref={main} aria-busy={creation === undefined || ['loading', 'creating'].includes(creation.phase)}>
        <PageHeader
          enterpriseNumber={creation?.enterpriseNumber}
          heading={heading}
          relation={draft && { code: text('createNew') }}
          retrievedAt={draft?.retrievedAt}
          onRefresh={creation?.phase === 'ready' ? refresh : undefined}
        />
        <CreationAlert creation={creation} failure={failure} onCheckAgain={refresh} />
        {creation?.phase === 'exists' && (
          <Existing enterpriseNumber={creation.enterpriseNumber} relations={creation.relations} />
        )}
        {draft && (
          <Notices
            situation={draft.situation}
            presumed={presumed.length > 0 ? [text('createPresumed', listed(presumed))] : []}
            onConfirm={creation.phase === 'ready' ? confirm : undefined}
            anonymous={draft.anonymous}
          />
        )}
        {creation?.phase === 'created' && <Made code={creation.relation.code} />}
        {draft && (
          <ChangesTable
            rows={rowsOf(changes, currentTicks, tableState(creation))}
            onTick={(some, ticked) => setTicks(withTicks(currentTicks, some, ticked))}
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
          <Loading services={creation} />
        )}
      </main>
      <footer class="actions">
        <p role="status" id="creation-status" class={creation?.phase === 'creating' ? 'message working' : 'message'}>
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
      <a href={adminPulseRelationPage(code)} target="_blank" rel="noreferrer">
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

function tableState(creation: Creation): TableState {
  switch (creation.phase) {
    case 'creating':
      return { mode: 'busy' };
    case 'created':
      return { mode: 'done', written: creation.outcome };
    default:
      return { mode: 'open' };
  }
}
