import type { Creation, Failure, Result } from '../../messages/index.ts';
import { CREATION_RECORD } from '../../messages/storage-keys.ts';
import { callWorker } from '../../ui/worker.ts';
import { useSessionRecord } from '../changes/use-session-record.ts';

type CreationHandle = {
  readonly creation: Creation | undefined;
  /** The worker did not take a message, or has no such creation. */
  readonly failure: Failure | undefined;
  readonly showFailure: (answer: Result<null>) => void;
};

/** A creation as it is now. */
export function useCreation(id: string): CreationHandle {
  const { record, failure, showFailure } = useSessionRecord({
    shared: CREATION_RECORD,
    id,
    ask: (creationId) => callWorker('getCreation', { creationId }),
    underWay: ['loading', 'creating'],
  });
  return { creation: record, failure, showFailure };
}
