import browser from 'webextension-polyfill';
import { text } from '../ui/texts.ts';
import { AdminPulseSection } from './adminpulse-section.tsx';
import { AttentionBanner } from './attention-banner.tsx';
import { CheckSection } from './check-section.tsx';
import { HistorySection } from './history/history-section.tsx';
import { MappingSection } from './mapping/mapping-section.tsx';
import { OpentheboxSection } from './openthebox-section.tsx';
import { PreferencesSection } from './preferences/preferences-section.tsx';
import { type PreferencesHandle, usePreferences } from './preferences/use-preferences.ts';
import { RelationsSection } from './relations-section.tsx';
import { SettingsNotices } from './settings-notices.tsx';
import { SupportSection } from './support-section.tsx';
import { type ConnectionsHandle, useConnections } from './use-connections.ts';

/** The options page: one section below the other. */
export function App() {
  const connections = useConnections();
  const preferences = usePreferences();
  return (
    <>
      <header class="page-header">
        <img src="/icons/48.png" alt="" width={40} height={40} />
        <div>
          <h1>{text('extensionName')}</h1>
          {isFirstRun(connections) && <p class="steps">{text('optionsSteps')}</p>}
          <p>{text('optionsIntro')}</p>
        </div>
      </header>
      <main>
        <AttentionBanner connections={connections} />
        <SettingsNotices />
        <OpentheboxSection connections={connections} onSkip={toApiKey} />
        <AdminPulseSection connections={connections} />
        <CheckSection connections={connections} />
        <RelationsSection connections={connections} />
        <MappingSection connections={connections} />
        <PreferencesSection preferences={preferences} />
        <HistorySection months={monthsIn(preferences)} />
        <SupportSection />
      </main>
      <Sources />
    </>
  );
}

/** Whose code tables the product carries (the licence of KBO Open Data asks to name the source), version and licence. */
function Sources() {
  return (
    <footer class="sources">
      <p>{text('tablesSource')}</p>
      <p>{text('version', browser.runtime.getManifest().version)}</p>
    </footer>
  );
}

const isFirstRun = ({ of }: ConnectionsHandle) => of.adminpulse.state === 'none';

const monthsIn = ({ view }: PreferencesHandle) =>
  view.phase === 'ready' ? view.view.preferences.historyMonths : undefined;

/** The second step; openthebox is left as it is. */
function toApiKey(): void {
  document.querySelector<HTMLElement>('input[name="apiKey"]')?.focus();
}
