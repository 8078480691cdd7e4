import { useMemo, useRef, useState } from 'preact/hooks';
import type { Field } from '../../company/company.ts';
import type { HistoryEntry } from '../../messages/index.ts';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { plural, text } from '../../ui/texts.ts';
import { unexpectedFailure } from '../../ui/unexpected.ts';
import { exportCsv, exportXlsx } from './export-history.ts';
import { type Filter, filtered, HistoryFilter, NO_FILTER } from './history-filter.tsx';
import { HistoryList } from './history-list.tsx';
import { HistoryNews, type News } from './history-news.tsx';
import { useHistory } from './use-history.ts';

/** The history once it was asked for: what is looked for in it, what is done with it, and the changes. */
export function OpenedHistory() {
  const history = useHistory();
  const [filter, setFilter] = useState<Filter>(NO_FILTER);
  const [news, setNews] = useState<News>();
  const [busy, setBusy] = useState(false);
  const entries = useMemo(() => filtered(history.entries, filter), [history.entries, filter]);

  const undo = async (entry: HistoryEntry, fields: readonly Field[]) => {
    if (busy) return;
    setBusy(true);
    setNews({ message: text('historyUndoing') });
    const answer = await history.undo(entry.id, fields);
    setBusy(false);
    setNews(
      answer.ok
        ? { undone: answer.value, relationCode: entry.relation.code }
        : { failure: answer.failure, again: () => void undo(entry, fields) },
    );
  };
  const exportAs = async (write: (entries: readonly HistoryEntry[]) => Promise<void>) => {
    // Half a history would look like a whole one.
    if (!history.isWhole) return;
    try {
      await write(entries);
      setNews({ message: plural('historyExported', entries.length) });
    } catch (error) {
      setNews({ failure: unexpectedFailure(error), again: () => void exportAs(write) });
    }
  };
  const deleteAll = async () => {
    const answer = await history.deleteAll();
    setNews(
      answer.ok ? { message: text('historyDeleted') } : { failure: answer.failure, again: () => void deleteAll() },
    );
  };

  return (
    <>
      {history.failure !== undefined && (
        <div role="alert" class="banner danger">
          <FailureNotice failure={history.failure} onTryAgain={history.read} inSettings />
        </div>
      )}
      {history.entries.length === 0 && history.isWhole && <p>{text('historyEmpty')}</p>}
      {history.entries.length > 0 && (
        <>
          <HistoryFilter filter={filter} onChange={setFilter} />
          <div class="buttons">
            <button type="button" aria-disabled={!history.isWhole} onClick={() => void exportAs(exportCsv)}>
              {text('historyExportCsv')}
            </button>
            <button type="button" aria-disabled={!history.isWhole} onClick={() => void exportAs(exportXlsx)}>
              {text('historyExportXlsx')}
            </button>
            <DeleteAll onDelete={() => void deleteAll()} />
          </div>
          <p class="count">{entries.length === 0 ? text('historyNone') : plural('historyCount', entries.length)}</p>
        </>
      )}
      <div class="changes">
        {history.entries.length > 0 && (
          <HistoryList
            key={JSON.stringify(filter)}
            entries={entries}
            busy={busy}
            onUndo={(entry, fields) => void undo(entry, fields)}
          />
        )}
        <HistoryNews
          news={news ?? (history.isWhole ? undefined : { message: history.isReading ? text('historyLoading') : '' })}
        />
      </div>
    </>
  );
}

/** Deletes only after a question; Escape and Cancel delete nothing. */
function DeleteAll({ onDelete }: { readonly onDelete: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <>
      <button type="button" onClick={() => dialog.current?.showModal()}>
        {text('historyDelete')}
      </button>
      <dialog ref={dialog} aria-label={text('historyDelete')}>
        <p>{text('historyDeleteQuestion')}</p>
        <form method="dialog" class="buttons">
          <button type="submit">{text('cancel')}</button>
          <button type="submit" class="primary" onClick={onDelete}>
            {text('historyDelete')}
          </button>
        </form>
      </dialog>
    </>
  );
}
