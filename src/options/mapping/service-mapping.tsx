import { useId, useRef, useState } from 'preact/hooks';
import type { Service } from '../../company/company.ts';
import { SERVICE_NAMES } from '../../company/service-names.ts';
import { copyText } from '../../ui/clipboard.ts';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { numberText } from '../../ui/numbers.ts';
import { text } from '../../ui/texts.ts';
import { CatalogueTable } from './catalogue-table.tsx';
import { MappingTable } from './mapping-table.tsx';
import { type MappingHandle, useMapping } from './use-mapping.ts';

type Props = {
  readonly service: Service;
  /** Another text with each import and each connection, after which everything is read again. */
  readonly version: string;
  readonly startsOpen: boolean;
  readonly announce: (message: string) => void;
};

/** One service's mapping, behind a button: nothing is read of a service before somebody wants to see it. */
export function ServiceMapping({ service, version, startsOpen, announce }: Props) {
  const [open, setOpen] = useState(startsOpen);
  const id = useId();
  return (
    <div class="service-mapping">
      <h3>
        <button type="button" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
          <span aria-hidden="true">{open ? '▾' : '▸'}</span> {text('mappingOf', SERVICE_NAMES[service])}
        </button>
      </h3>
      <div id={id}>{open && <Opened service={service} version={version} announce={announce} />}</div>
    </div>
  );
}

function Opened({ service, version, announce }: Omit<Props, 'startsOpen'>) {
  const mapping = useMapping(service, version);
  return (
    <>
      <Content service={service} mapping={mapping} announce={announce} />
      <ExampleForm service={service} onShow={mapping.show} />
      {service === 'adminpulse' && <CatalogueTable version={version} />}
    </>
  );
}

function Content({
  service,
  mapping,
  announce,
}: {
  readonly service: Service;
  readonly mapping: MappingHandle;
  readonly announce: (message: string) => void;
}) {
  const { view, show } = mapping;
  switch (view.phase) {
    case 'loading':
      return <p role="status">{text('mappingLoading')}</p>;
    case 'none':
      return <p>{text('mappingNoExample')}</p>;
    case 'failed':
      return (
        <div role="alert" class="banner danger">
          <FailureNotice failure={view.failure} onTryAgain={() => show()} inSettings />
        </div>
      );
    case 'ready':
      return (
        <>
          <p class="example">
            {text('mappingExampleOf', numberText(view.mapping.subject))}{' '}
            <CopyForSupport masked={view.mapping.masked} announce={announce} />
          </p>
          <MappingTable
            service={service}
            mapping={view.mapping}
            handle={mapping}
            label={text('mappingOf', SERVICE_NAMES[service])}
            announce={announce}
          />
        </>
      );
  }
}

function CopyForSupport({
  masked,
  announce,
}: {
  readonly masked: string;
  readonly announce: (message: string) => void;
}) {
  const copy = async () => announce(text((await copyText(masked)) ? 'mappingCopied' : 'copyNotAllowed'));
  return (
    <button type="button" class="link" onClick={() => void copy()}>
      {text('copyForSupport')}
    </button>
  );
}

function ExampleForm({ service, onShow }: { readonly service: Service; readonly onShow: (subject: string) => void }) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const show = (event: Event) => {
    event.preventDefault();
    const subject = input.current?.value.trim() ?? '';
    if (subject !== '') onShow(subject);
  };
  return (
    <form class="example-form" onSubmit={show}>
      <label for={id}>{text(service === 'adminpulse' ? 'mappingOtherRelation' : 'mappingOtherCompany')}</label>
      <input ref={input} id={id} type="text" maxLength={60} autocomplete="off" spellcheck={false} />
      <button type="submit">{text('mappingShowExample')}</button>
    </form>
  );
}
