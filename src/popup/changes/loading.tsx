import type { Service } from '../../company/company.ts';
import { SERVICE_NAMES } from '../../company/service-names.ts';
import type { Progress } from '../../messages/index.ts';
import { text } from '../../ui/texts.ts';

type Props = {
  /** Undefined until the worker says more. */
  readonly services: Readonly<Record<Service, Progress>> | undefined;
};

const SKELETON_ROWS = ['a', 'b', 'c', 'd', 'e', 'f'];

/** Both services are being read: which of them has answered, and the table to come as grey bars. */
export function Loading({ services }: Props) {
  return (
    <div class="loading">
      <ul class="progress">
        <ServiceProgress name={SERVICE_NAMES.openthebox} progress={services?.openthebox ?? 'waiting'} />
        <ServiceProgress name={SERVICE_NAMES.adminpulse} progress={services?.adminpulse ?? 'waiting'} />
      </ul>
      <div class="skeleton" aria-hidden="true">
        {SKELETON_ROWS.map((row) => (
          <div key={row} class="skeleton-row">
            <i />
            <i />
            <i />
          </div>
        ))}
      </div>
    </div>
  );
}

function ServiceProgress({ name, progress }: { readonly name: string; readonly progress: Progress }) {
  return (
    <li class={progress}>
      <b>{name}</b> {text(progress === 'done' ? 'progressDone' : 'progressWaiting')}
    </li>
  );
}
