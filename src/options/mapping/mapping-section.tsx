import { useRef, useState } from 'preact/hooks';
import type { Service } from '../../company/company.ts';
import { download } from '../../ui/download.ts';
import { explain } from '../../ui/failure.ts';
import { text } from '../../ui/texts.ts';
import { callWorker } from '../../ui/worker.ts';
import type { ConnectionsHandle } from '../use-connections.ts';
import { ServiceMapping } from './service-mapping.tsx';

/** Where each field stands in the two services' answers, to be seen, corrected, and taken to another browser. */
export function MappingSection({ connections }: { readonly connections: ConnectionsHandle }) {
  const [imports, setImports] = useState(0);
  const isConnected = (service: Service) => connections.of[service].state === 'connected';
  const [message, announce] = useState('');
  // A review's unreadable field leads here.
  const isAsked = location.hash === '#mapping';
  const versionOf = (service: Service) => `${imports} ${isConnected(service)}`;
  return (
    <section class="card mapping" id="mapping" aria-labelledby="mapping-heading">
      <h2 id="mapping-heading">{text('mappingHeading')}</h2>
      <p class="explanation">{text('mappingIntro')}</p>
      <ServiceMapping service="adminpulse" version={versionOf('adminpulse')} startsOpen={isAsked} announce={announce} />
      <ServiceMapping service="openthebox" version={versionOf('openthebox')} startsOpen={false} announce={announce} />
      <Transfer onImported={() => setImports((count) => count + 1)} announce={announce} />
      <p role="status" class="message">
        {message}
      </p>
    </section>
  );
}

const FILE_NAME = 'openthebox-adminpulse-mapping.json';
/** The worker refuses far smaller files with their reason, but a large one need not travel to it. */
const MAX_FILE_BYTES = 2_000_000;

type Props = { readonly onImported: () => void; readonly announce: (message: string) => void };

/** The mapping to and from a file. */
function Transfer({ onImported, announce }: Props) {
  const file = useRef<HTMLInputElement>(null);

  const exportFile = async () => {
    const answer = await callWorker('exportMapping');
    if (!answer.ok) return announce(explain(answer.failure).cause);
    download(new Blob([answer.value], { type: 'application/json' }), FILE_NAME);
    announce(text('mappingExported'));
  };

  const importFile = async () => {
    const chosen = file.current?.files?.[0];
    if (!chosen || !file.current) return;
    const content = chosen.size > MAX_FILE_BYTES ? undefined : await chosen.text();
    // The same file can be chosen again once it was corrected.
    file.current.value = '';
    if (content === undefined) return announce(text('mappingImportRefused', text('mappingFileTooLarge')));
    const answer = await callWorker('importMapping', { text: content });
    if (!answer.ok) return announce(explain(answer.failure).cause);
    if (!answer.value.accepted) {
      return announce(text('mappingImportRefused', text(answer.value.reason, answer.value.detail ?? '')));
    }
    onImported();
    announce(text('mappingImported'));
  };

  return (
    <div class="buttons">
      <button type="button" onClick={() => void exportFile()}>
        {text('mappingExport')}
      </button>
      <button type="button" onClick={() => file.current?.click()}>
        {text('mappingImport')}
      </button>
      <input
        ref={file}
        type="file"
        hidden
        accept="application/json,.json"
        aria-label={text('mappingImport')}
        onChange={() => void importFile()}
      />
    </div>
  );
}
