import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import type { Failure } from '../messages/index.ts';
import { CopyForSupport } from './copy-for-support.tsx';
import { explain, type Remedy } from './failure.ts';
import { text } from './texts.ts';

type Props = {
  readonly failure: Failure;
  /** Asks again; also called when a missing permission was granted. Absent: no such button. */
  readonly onTryAgain?: (() => void) | undefined;
  /** The button that asks again, where "Try again" says it badly. */
  readonly tryAgainLabel?: string;
  /** The page itself is the settings: no button leads to it. */
  readonly inSettings?: boolean;
  readonly children?: ComponentChildren;
};

/** Cause, next step, small print, and the button that helps. The caller gives it its role (alert, status). */
export function FailureNotice({ failure, onTryAgain, tryAgainLabel, inSettings, children }: Props) {
  const [message, setMessage] = useState('');
  const { cause, next, detail, remedy } = explain(failure);
  const button = remedy && buttonOf(remedy, failure, onTryAgain, tryAgainLabel, inSettings === true);
  return (
    <div class="failure">
      <p>
        <strong>{cause}</strong> {next} {children}
      </p>
      {detail !== undefined && <p class="detail">{detail}</p>}
      {button !== undefined && (
        <button type="button" onClick={button.act}>
          {button.label}
        </button>
      )}
      {failure.kind === 'internal' && <CopyForSupport failure={failure} announce={setMessage} />}
      {message !== '' && <small>{message}</small>}
    </div>
  );
}

type Button = { readonly label: string; readonly act: () => void };

function buttonOf(
  remedy: Remedy,
  failure: Failure,
  onTryAgain: (() => void) | undefined,
  tryAgainLabel: string | undefined,
  inSettings: boolean,
): Button | undefined {
  switch (remedy) {
    case 'tryAgain':
      return onTryAgain && { label: tryAgainLabel ?? text('tryAgain'), act: onTryAgain };
    case 'openSettings':
      return inSettings
        ? undefined
        : { label: text('openSettings'), act: () => void browser.runtime.openOptionsPage() };
    case 'askForPermission':
      return { label: text('askForPermission'), act: () => void askForPermission(failure, onTryAgain) };
    case 'reload':
      return { label: text('reload'), act: () => location.reload() };
  }
}

/** The browser shows its question only while it handles the click, so nothing is awaited before. */
async function askForPermission(failure: Failure, onGranted: (() => void) | undefined): Promise<void> {
  if (failure.kind !== 'hostPermissionMissing') return;
  const granted = await browser.permissions.request({ origins: [...failure.origins] });
  if (granted) onGranted?.();
}
