import { useEffect, useRef, useState } from 'preact/hooks';
import { ADMINPULSE_START_PAGE } from '../company/addresses.ts';
import type { Field, Service } from '../company/company.ts';
import { SERVICE_NAMES } from '../company/service-names.ts';
import type { Failure, Mapping, MappingRow, Result } from '../messages/index.ts';
import { doubtText } from '../ui/doubt-text.ts';
import { explain } from '../ui/failure.ts';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { fieldLabel, fieldList } from '../ui/field-labels.ts';
import { numberText } from '../ui/numbers.ts';
import { plural, text } from '../ui/texts.ts';
import { callWorker } from '../ui/worker.ts';
import type { ConnectionsHandle } from './use-connections.ts';

type Found = { readonly service: Service } & (
  | { readonly failure: Failure }
  | {
      /** How many answers it was looked for in; absent where only this one was. */
      readonly answers?: number;
      readonly subject: string;
      readonly missing: readonly Field[];
      readonly presumed: readonly Field[];
      /** Why some of them are presumed that were not before. */
      readonly doubts: readonly string[];
      readonly count: number;
    }
  | { readonly nothing: true }
);

type Check = { readonly phase: 'idle' | 'reading' } | { readonly phase: 'done'; readonly found: readonly Found[] };

/** The last of the three steps: reads one relation and its company, and says what was found of each. */
export function CheckSection({ connections }: { readonly connections: ConnectionsHandle }) {
  const [check, setCheck] = useState<Check>({ phase: 'idle' });
  const [notConfirmed, setNotConfirmed] = useState<string>();
  const { state } = connections.of.adminpulse;
  const before = useRef(state);

  const run = async () => {
    setCheck({ phase: 'reading' });
    setNotConfirmed(undefined);
    const found = await Promise.all((['adminpulse', 'openthebox'] as const).map(readService));
    setCheck({ phase: 'done', found });
  };
  const confirm = async (service: Service, fields: readonly Field[]) => {
    const answer = await callWorker('confirmPlaces', { service, fields: [...fields] });
    if (answer.ok) await run();
    else setNotConfirmed(explain(answer.failure).cause);
  };
  useEffect(() => {
    // Whoever connects wants to know; whoever comes back later may ask.
    if (before.current === 'connecting' && state === 'connected') void run();
    before.current = state;
  }, [state]);

  return (
    <section class="card step" aria-labelledby="check">
      <h2 id="check">{text('checkHeading')}</h2>
      <p class="explanation">{text('checkIntro')}</p>
      <div role="status" class="check">
        {check.phase === 'reading' && <p>{text('checkReading')}</p>}
        {notConfirmed !== undefined && <p class="caution">{notConfirmed}</p>}
        {check.phase === 'done' && (
          <Outcome
            found={check.found}
            onTryAgain={() => void run()}
            onConfirm={(service, fields) => void confirm(service, fields)}
          />
        )}
      </div>
      <div class="buttons">
        <button type="button" aria-disabled={check.phase === 'reading'} onClick={() => void run()}>
          {text('checkNow')}
        </button>
      </div>
    </section>
  );
}

async function readService(service: Service): Promise<Found> {
  return { service, ...foundIn(service, await callWorker('getMapping', { service })) };
}

function foundIn(service: Service, answer: Result<Mapping | null>) {
  if (!answer.ok) return { failure: answer.failure };
  if (!answer.value) return { nothing: true } as const;
  const { rows, subject, inferredFrom } = answer.value;
  const fieldsFound = (wanted: MappingRow['how']) => rows.filter(({ how }) => how === wanted).map(({ field }) => field);
  const doubts = rows.flatMap(({ field, doubt }) =>
    doubt ? [`${fieldLabel(field)}: ${doubtText(service, doubt)}`] : [],
  );
  // This one may lack what others have.
  const missing = fieldsFound('notFound').filter((field) => !inferredFrom?.fieldsRead.includes(field));
  return {
    ...(inferredFrom && { answers: inferredFrom.answers }),
    subject,
    missing,
    presumed: fieldsFound('presumed'),
    doubts,
    count: rows.length,
  };
}

type Actions = {
  readonly onTryAgain: () => void;
  readonly onConfirm: (service: Service, fields: readonly Field[]) => void;
};

function Outcome({ found, ...actions }: { readonly found: readonly Found[] } & Actions) {
  const isReady = found.every((one) => !('failure' in one));
  return (
    <>
      {found.map((one) => (
        <FoundIn key={one.service} found={one} {...actions} />
      ))}
      {isReady && (
        <p class="ready">
          {text('checkReady')}{' '}
          <a href={ADMINPULSE_START_PAGE} target="_blank" rel="noreferrer">
            {text('openAdminPulse')}
          </a>
        </p>
      )}
    </>
  );
}

function FoundIn({ found, onTryAgain, onConfirm }: { readonly found: Found } & Actions) {
  const name = SERVICE_NAMES[found.service];
  if ('failure' in found) return <FailureNotice failure={found.failure} onTryAgain={onTryAgain} inSettings />;
  if ('nothing' in found) return <p>{text('checkNothing', name)}</p>;
  const { missing, presumed, doubts, count } = found;
  const counts = [name, count - missing.length, count, lookedAt(found)] as const;
  return (
    <>
      <p>
        {presumed.length > 0 ? text('checkFoundToConfirm', ...counts, presumed.length) : text('checkFound', ...counts)}
      </p>
      {missing.length > 0 && <p class="caution">{text('checkMissing', fieldList(missing))}</p>}
      {doubts.map((doubt) => (
        <p key={doubt} class="caution">
          {doubt}
        </p>
      ))}
      {presumed.length > 0 && (
        <p class="caution">
          {text('checkToConfirm', fieldList(presumed))}{' '}
          <button type="button" onClick={() => onConfirm(found.service, presumed)}>
            {text('confirmPlaces')}
          </button>
        </p>
      )}
    </>
  );
}

const LOOKED_AT = {
  adminpulse: { several: 'checkInRelations', one: 'checkInThisRelation' },
  openthebox: { several: 'checkInCompanies', one: 'checkInThisCompany' },
} as const;

/** "12 relations", else the one that was read. */
function lookedAt({ service, answers, subject }: Extract<Found, { subject: string }>): string {
  const { several, one } = LOOKED_AT[service];
  return answers === undefined ? text(one, numberText(subject)) : plural(several, answers);
}
