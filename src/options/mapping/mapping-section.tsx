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
  const [said, say] = useState('');
  // A review's unreadable field leads here.
  const isAsked = location.hash === '#mapping';
  const versionOf = (service: Service) => `${imports} ${isConnected(service)}`;
  return (
    <section class="card mapping" id="mapping" aria-labelledby="mapping-heading">
      <h2 id="mapping-heading">{text('mappingHeading')}</h2>
      <p class="explanation">{text('mappingIntro')}</p>
      <ServiceMapping service="adminpulse" version={versionOf('adminpulse')} startsOpen={isAsked} say={say} />
      <ServiceMapping service="openthebox" version={versionOf('openthebox')} startsOpen={false} say={say} />
      <Transfer onImported={() => setImports((count) => count + 1)} say={say} />
      <p role="status" class="said">
        {said}
      </p>
    </section>
  );
}

const FILE_NAME = 'openthebox-adminpulse-mapping.json';
/** Bytes; the worker refuses far smaller files with their reason, but a large one need not travel to it. */
const LARGEST_FILE = 2_000_000;

type Props = { readonly onImported: () => void; readonly say: (said: string) => void };

/** The mapping to and from a file. */
function Transfer({ onImported, say }: Props) {
  const file = useRef<HTMLInputElement>(null);

  const exportFile = async () => {
    const answer = await callWorker('exportMapping');
    if (!answer.ok) return say(explain(answer.failure).cause);
    download(new Blob([answer.value], { type: 'application/json' }), FILE_NAME);
    say(text('mappingExported'));
  };

  const importFile = async () => {
    const chosen = file.current?.files?.[0];
    if (!chosen || !file.current) return;
    const content = chosen.size > LARGEST_FILE ? undefined : await chosen.text();
    // The same file can be chosen again once it was corrected.
    file.current.value = '';
    if (content === undefined) return say(text('mappingImportRefused', text('mappingFileTooLarge')));
    const answer = await callWorker('importMapping', { text: content });
    if (!answer.ok) return say(explain(answer.failure).cause);
    if (!answer.value.accepted) {
      return say(text('mappingImportRefused', text(answer.value.reason, answer.value.detail ?? '')));
    }
    onImported();
    say(text('mappingImported'));
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
