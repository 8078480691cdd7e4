import browser from 'webextension-polyfill';
import type { Failure, RelationsOf, Result } from '../messages/index.ts';
import { companyPage } from '../ui/numbers.ts';
import { text } from '../ui/texts.ts';
import { callWorker } from '../ui/worker.ts';

type Relations = RelationsOf[string] | undefined;

/** One thing that can be done with a company; the most likely one is last. */
type Action = { readonly label: string; readonly act: () => void };

/**
 * What can be done with a company. A relation is compared, any other company can become one; where it is not known, the
 * comparison finds out.
 * @param relations the relations with the number, undefined where that is not known
 */
export function actionsOf(
  enterpriseNumber: string,
  relations: Relations,
  onFailure: (failure: Failure) => void,
): readonly Action[] {
  const closeIfDone = (answer: Result<null>) => (answer.ok ? window.close() : onFailure(answer.failure));
  const [only, ...others] = relations ?? [];
  const relationCode = others.length === 0 ? only?.code : undefined;
  const open: Action = {
    label: text('openInOpenthebox'),
    act: () => {
      const url = companyPage(enterpriseNumber);
      if (url !== undefined) void browser.tabs.create({ url }).then(() => window.close());
    },
  };
  const compare: Action = {
    label: text('compareWithAdminPulse'),
    act: () =>
      void callWorker('openReview', { enterpriseNumber, ...(relationCode && { relationCode }) }).then(closeIfDone),
  };
  const create: Action = {
    label: text('createRelation'),
    act: () => void callWorker('openCreate', { enterpriseNumber }).then(closeIfDone),
  };
  if (relations === undefined) return [compare, open];
  return [open, relations.length === 0 ? create : compare];
}

/** The buttons, and the keys beside them. */
export function Actions({ actions, keys }: { readonly actions: readonly Action[]; readonly keys: string }) {
  return (
    <footer class="actions">
      <p class="message">{keys}</p>
      {actions.map(({ label, act }, index) => (
        <button key={label} type="button" class={index === actions.length - 1 ? 'primary' : ''} onClick={act}>
          {label}
        </button>
      ))}
    </footer>
  );
}
