import { useEffect, useRef, useState } from 'preact/hooks';
import type { Field, Service } from '../../company/company.ts';
import type { Failure, Mapping, MappingChange, OfferedPlace, OfferedPlaces, Result } from '../../messages/index.ts';
import { callWorker } from '../../ui/worker.ts';

type MappingView =
  | { readonly phase: 'loading' }
  | { readonly phase: 'none' }
  | { readonly phase: 'failed'; readonly failure: Failure }
  | { readonly phase: 'ready'; readonly mapping: Mapping };

/** The mapping of one service on an example. */
export type MappingHandle = {
  readonly view: MappingView;
  /** Reads again: another example, or (without a subject) the same one. */
  readonly show: (subject?: string) => void;
  readonly set: (field: Field, path: string | null) => Promise<Result<MappingChange>>;
  /** The places that the fields may have in the example; asked for once, as long as nothing changes. */
  readonly places: () => Promise<Result<OfferedPlaces | null>>;
  readonly choose: (field: Field, place: OfferedPlace) => Promise<Result<MappingChange>>;
  /** Says that what is read at the field's presumed place is right. */
  readonly confirm: (field: Field) => Promise<Result<null>>;
};

/** Reads when it is first shown, and again at each new `version`. An older answer is never shown. */
export function useMapping(service: Service, version: string): MappingHandle {
  const [view, setView] = useState<MappingView>({ phase: 'loading' });
  const [request, setRequest] = useState<{ readonly subject?: string }>({});
  const places = useRef<Promise<Result<OfferedPlaces | null>> | undefined>(undefined);

  useEffect(() => {
    let outdated = false;
    places.current = undefined;
    // What is on screen stays while the same example is read again.
    setView((now) => (now.phase === 'ready' && now.mapping.subject === request.subject ? now : { phase: 'loading' }));
    void callWorker('getMapping', { service, ...request }).then((answer) => {
      if (!outdated) setView(viewOf(answer));
    });
    return () => {
      outdated = true;
    };
  }, [service, version, request]);

  const subject = view.phase === 'ready' ? view.mapping.subject : request.subject;
  const same = subject === undefined ? {} : { subject };
  const askPlaces = async () => {
    places.current ??= callWorker('getPlaces', { service, ...same });
    const asked = places.current;
    const answer = await asked;
    // What failed may be asked for again.
    if (!answer.ok && places.current === asked) places.current = undefined;
    return answer;
  };
  const readAgain = (answer: Result<MappingChange>) => {
    if (answer.ok && answer.value.accepted) setRequest({ ...same });
    return answer;
  };
  return {
    view,
    show: (other) => setRequest(other === undefined ? { ...same } : { subject: other }),
    set: async (field, path) => readAgain(await callWorker('setMapping', { service, field, path, ...same })),
    places: askPlaces,
    choose: async (field, { id }) => readAgain(await callWorker('choosePlace', { service, field, place: id, ...same })),
    confirm: async (field) => {
      const answer = await callWorker('confirmPlaces', { fields: [field], service });
      if (answer.ok) setRequest({ ...same });
      return answer;
    },
  };
}

function viewOf(answer: Result<Mapping | null>): MappingView {
  if (!answer.ok) return { phase: 'failed', failure: answer.failure };
  return answer.value === null ? { phase: 'none' } : { phase: 'ready', mapping: answer.value };
}
