import { useState } from 'preact/hooks';
import type { Service } from '../../company/company.ts';
import { text } from '../../ui/texts.ts';
import type { ConnectionsHandle } from '../use-connections.ts';
import { ServiceMapping } from './service-mapping.tsx';
import { Transfer } from './transfer.tsx';

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
