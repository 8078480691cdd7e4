import browser from 'webextension-polyfill';
import { text } from '../ui/texts.ts';

/** Whose code tables the product carries (the licence of KBO Open Data asks to name the source), version and licence. */
export function Sources() {
  return (
    <footer class="sources">
      <p>{text('tablesSource')}</p>
      <p>{text('version', browser.runtime.getManifest().version)}</p>
    </footer>
  );
}
