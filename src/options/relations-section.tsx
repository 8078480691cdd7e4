import { useEffect, useState } from 'preact/hooks';
import type { Failure, RelationIndexStatus, Result } from '../messages/index.ts';
import { age } from '../ui/dates.ts';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { plural, text } from '../ui/texts.ts';
import { callWorker } from '../ui/worker.ts';
import type { ConnectionsHandle } from './use-connections.ts';

/** Milliseconds between two looks at the index; it is quiet unless it is being built. */
const POLL_MS = { building: 500, quiet: 5_000 };

/** The index of AdminPulse's relations: how many are known and how old, and its refresh. Without AdminPulse there is none. */
export function RelationsSection({ connections }: { readonly connections: ConnectionsHandle }) {
  return connections.of.adminpulse.state === 'connected' ? <Relations /> : null;
}

function Relations() {
  const { status, failure, act } = useIndex();
  const build = status?.build;
  const stopped = build?.failure ?? failure;
  const isRunning = build !== undefined && build.failure === undefined;
  return (
    <section class="card" aria-labelledby="relations-heading">
      <h2 id="relations-heading">{text('relations')}</h2>
      <p class="explanation">{text('indexIntro')}</p>
      <p>{status && (status.complete === undefined ? text('indexNone') : known(status.complete))}</p>
      <p role="status" class="explanation">
        {isRunning && text('indexProgress', build.page, build.pageCount ?? '…', build.relations)}
      </p>
      {isRunning && <progress max={build.pageCount ?? 1} value={build.page} aria-label={text('indexRefresh')} />}
      {stopped !== undefined && (
        <div role="alert" class="banner danger">
          <FailureNotice failure={stopped} inSettings />
        </div>
      )}
      <div class="buttons">
        <button type="button" aria-disabled={isRunning} onClick={() => !isRunning && act('refreshRelationIndex')}>
          {text('indexRefresh')}
        </button>
        {build !== undefined && (
          <button type="button" onClick={() => act('cancelRelationIndex')}>
            {text('cancel')}
          </button>
        )}
      </div>
    </section>
  );
}

function known({ relations, at }: NonNullable<RelationIndexStatus['complete']>): string {
  return plural('indexKnown', relations, age(at, Date.now()));
}

/** Asks how the index stands, more often while it is being built. */
function useIndex() {
  const [status, setStatus] = useState<RelationIndexStatus>();
  const [failure, setFailure] = useState<Failure>();
  const [asked, setAsked] = useState(0);
  const look = () =>
    callWorker('getRelationIndex').then((answer) => {
      if (answer.ok) setStatus(answer.value);
      setFailure(answer.ok ? undefined : answer.failure);
    });
  const isRunning = status?.build !== undefined && status.build.failure === undefined;
  useEffect(() => {
    void look();
    const timer = setInterval(() => void look(), isRunning ? POLL_MS.building : POLL_MS.quiet);
    return () => clearInterval(timer);
  }, [isRunning, asked]);

  const act = (message: 'refreshRelationIndex' | 'cancelRelationIndex') =>
    void callWorker(message).then((answer: Result<null>) => {
      if (answer.ok) setAsked((count) => count + 1);
      else setFailure(answer.failure);
    });
  return { status, failure, act };
}
