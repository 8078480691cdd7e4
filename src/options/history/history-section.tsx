import { useId, useRef, useState } from 'preact/hooks';
import type { Field } from '../../company/company.ts';
import type { HistoryEntry } from '../../messages.ts';
import { explain } from '../../ui/failure.ts';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { fieldLabel } from '../../ui/field-labels.ts';
import { plural, text } from '../../ui/texts.ts';
import { DeleteAll } from './delete-all.tsx';
import { exportCsv, exportXlsx } from './export.ts';
import { type Filter, filtered, NO_FILTER } from './filter.ts';
import { HistoryFilter } from './history-filter.tsx';
import { HistoryList } from './history-list.tsx';
import { UNDO_RESULTS } from './labels.ts';
import { useHistory } from './use-history.ts';

/** What was written to AdminPulse. Nothing is read before somebody wants to see it. */
export function HistorySection() {
  const [open, setOpen] = useState(location.hash === '#history');
  const id = useId();
  return (
    <section class="card history" aria-labelledby="history">
      <h2 id="history">{text('historyHeading')}</h2>
      <p class="explanation">{text('historyIntro')}</p>
      <div class="buttons">
        <button type="button" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
          {text('historyShow')}
        </button>
      </div>
      <div id={id}>{open && <Opened />}</div>
    </section>
  );
}

function Opened() {
  const history = useHistory();
  const [filter, setFilter] = useState<Filter>(NO_FILTER);
  const [said, setSaid] = useState('');
  const [busy, setBusy] = useState(false);
  const heading = useRef<HTMLParagraphElement>(null);
  const entries = filtered(history.entries, filter);

  const undo = async (entry: HistoryEntry, fields: readonly Field[]) => {
    if (busy) return;
    setBusy(true);
    const answer = await history.undo(entry.id, fields);
    setBusy(false);
    setSaid(
      answer.ok
        ? answer.value.fields
            .map(({ field, result }) => `${fieldLabel(field)}: ${text(UNDO_RESULTS[result])}.`)
            .join(' ')
        : explain(answer.failure).cause,
    );
    heading.current?.focus();
  };
  const exportAs = async (write: (entries: readonly HistoryEntry[]) => Promise<void>) => {
    await write(entries);
    setSaid(text('historyExported', entries.length));
  };
  const deleteAll = async () => {
    const answer = await history.deleteAll();
    setSaid(answer.ok ? text('historyDeleted') : explain(answer.failure).cause);
  };

  return (
    <>
      <p role="status" class="say" ref={heading} tabIndex={-1}>
        {said !== '' ? said : history.reading ? text('historyLoading') : ''}
      </p>
      {history.failure !== undefined && (
        <div role="alert" class="banner danger">
          <FailureNotice failure={history.failure} onTryAgain={history.read} inSettings />
        </div>
      )}
      {history.entries.length === 0 && !history.reading && history.failure === undefined && (
        <p>{text('historyEmpty')}</p>
      )}
      {history.entries.length > 0 && (
        <>
          <HistoryFilter filter={filter} onChange={setFilter} />
          <div class="buttons">
            <button type="button" onClick={() => void exportAs(exportCsv)}>
              {text('historyExportCsv')}
            </button>
            <button type="button" onClick={() => void exportAs(exportXlsx)}>
              {text('historyExportXlsx')}
            </button>
            <DeleteAll onDelete={() => void deleteAll()} />
          </div>
          <p class="count">{entries.length === 0 ? text('historyNone') : plural('historyCount', entries.length)}</p>
          <HistoryList
            key={JSON.stringify(filter)}
            entries={entries}
            busy={busy}
            onUndo={(entry, fields) => void undo(entry, fields)}
          />
        </>
      )}
    </>
  );
}
