import type { ComponentChildren } from 'preact';
import { useId, useRef } from 'preact/hooks';
import type { Service } from '../company/company.ts';
import { SERVICE_NAMES } from '../company/service-names.ts';
import type { Connection, Result } from '../messages/index.ts';
import { type TextKey, text } from '../ui/texts.ts';
import { ConnectionStatus } from './connection-status.tsx';
import type { ConnectionsHandle } from './use-connections.ts';

/** A credential's field. `secret` ones are not shown while they are typed; none is ever filled in by the page. */
export type CredentialField = { readonly name: string; readonly label: TextKey; readonly secret: boolean };

type Props = {
  readonly service: Service;
  readonly connections: ConnectionsHandle;
  readonly fields: readonly CredentialField[];
  readonly attempt: (typed: (name: string) => string) => Promise<Result<Connection>>;
  /** Where the credential is made, and what happens without. */
  readonly children: ComponentChildren;
  /** What else is typed, and connected with. */
  readonly more?: ComponentChildren;
  /** The way on without this service. */
  readonly skip?: ComponentChildren;
};

/** One service: how it stands, and the form that connects it. */
export function ConnectSection({ service, connections, fields, attempt, children, more, skip }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const headingId = useId();
  const view = connections.of[service];
  const connecting = view.state === 'connecting';

  const connect = async (event: Event) => {
    event.preventDefault();
    if (form.current === null || connecting) return;
    const typed = new FormData(form.current);
    const accepted = await connections.connect(service, () => attempt((name) => String(typed.get(name) ?? '').trim()));
    // What was accepted is not shown again; what was refused can be corrected.
    if (accepted) form.current?.reset();
  };

  /** With the credentials that still stand in the form, else only looking again how the service stands. */
  const tryAgain = () => {
    if (form.current?.checkValidity() === true) form.current.requestSubmit();
    else connections.check();
  };

  // Nothing to type, and nothing to forget, where the administrator did it.
  if (view.state === 'connected' && view.managed) {
    return (
      <section class="card step" aria-labelledby={headingId}>
        <h2 id={headingId}>{SERVICE_NAMES[service]}</h2>
        <ConnectionStatus service={service} view={view} onTryAgain={tryAgain} />
      </section>
    );
  }

  return (
    <section class="card step" aria-labelledby={headingId}>
      <h2 id={headingId}>{SERVICE_NAMES[service]}</h2>
      <ConnectionStatus service={service} view={view} onTryAgain={tryAgain} />
      <form ref={form} onSubmit={(event) => void connect(event)} autocomplete="off">
        {fields.map((field) => (
          <CredentialInput key={field.name} field={field} connected={view.state === 'connected'} />
        ))}
        {more}
        <UntilClosed />
        <div class="explanation">{children}</div>
        <div class="buttons">
          <button type="submit" class="primary" aria-disabled={connecting}>
            {text('connect')}
          </button>
          {(view.state === 'connected' || view.state === 'failed') && (
            <button type="button" onClick={() => void connections.forget(service)}>
              {text('forget')}
            </button>
          )}
          {view.state !== 'connected' && skip}
        </div>
      </form>
    </section>
  );
}

function UntilClosed() {
  return (
    <label class="choice">
      <input type="checkbox" name="untilClosed" /> {text('untilClosed')}
    </label>
  );
}

function CredentialInput({ field, connected }: { readonly field: CredentialField; readonly connected: boolean }) {
  const id = useId();
  const input = {
    id,
    name: field.name,
    required: true,
    spellcheck: false,
    placeholder: connected ? '••••••••••••' : '',
  };
  return (
    <div class="field">
      <label for={id}>{text(field.label)}</label>
      {field.secret ? (
        <input {...input} type="password" autocomplete="new-password" />
      ) : (
        <input {...input} type="text" autocomplete="off" autocapitalize="off" />
      )}
    </div>
  );
}
