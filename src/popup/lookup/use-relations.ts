import { useEffect, useState } from 'preact/hooks';
import type { RelationsOf } from '../../messages.ts';
import { ask } from '../../ui/worker.ts';

/** The relations in AdminPulse that have these numbers, as far as that is known. */
export function useRelations(numbers: readonly string[]): RelationsOf {
  const [relations, setRelations] = useState<RelationsOf>({});
  const asked = numbers.join();

  useEffect(() => {
    if (numbers.length === 0) return;
    let outdated = false;
    void ask('relationsOf', { enterpriseNumbers: [...numbers] }).then((answer) => {
      // What AdminPulse does not tell now is not known; comparing says why.
      if (answer.ok && !outdated) setRelations((known) => ({ ...known, ...answer.value }));
    });
    return () => {
      outdated = true;
    };
  }, [asked]);

  return relations;
}
