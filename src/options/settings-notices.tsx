import { useEffect, useState } from 'preact/hooks';
import type { Failure, Features, Result, SettingProblem, SettingsState } from '../messages/index.ts';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { listed, type TextKey, text } from '../ui/texts.ts';
import { callWorker } from '../ui/worker.ts';
import { onPolicyChange } from './policy-change.ts';

/** What the administrator set for the office, and which settings are not used and why. Nothing where there is nothing to say. */
export function SettingsNotices() {
  const [answer, setAnswer] = useState<Result<SettingsState>>();
  const read = () => void callWorker('getSettings').then(setAnswer);
  useEffect(() => {
    read();
    return onPolicyChange(read);
  }, []);
  if (!answer) return null;
  return answer.ok ? <Notices state={answer.value} /> : <Unreadable failure={answer.failure} onTryAgain={read} />;
}

function Unreadable({ failure, onTryAgain }: { readonly failure: Failure; readonly onTryAgain: () => void }) {
  return (
    <div role="alert" class="banner danger">
      <FailureNotice failure={failure} onTryAgain={onTryAgain} inSettings />
    </div>
  );
}

function Notices({ state }: { readonly state: SettingsState }) {
  const { managed, features, problems } = state;
  const off = (Object.keys(FEATURES) as (keyof Features)[]).filter((feature) => !features[feature]);
  return (
    <>
      {managed && (
        <div class="banner">
          <p>
            {text('settingsManagedIntro')}{' '}
            {off.length > 0 && text('settingsSwitchedOff', listed(off.map((feature) => text(FEATURES[feature]))))}
          </p>
        </div>
      )}
      {problems.length > 0 && (
        <section class="banner warning" aria-labelledby="unused-settings">
          <div class="problems">
            <h2 id="unused-settings">{text('settingsHeading')}</h2>
            <ul>
              {problems.map((problem) => (
                <li key={JSON.stringify(problem)}>{problemText(problem)}</li>
              ))}
            </ul>
            {problems.some(({ from }) => from === 'managed') && <p>{text('settingsManagedNext')}</p>}
          </div>
        </section>
      )}
    </>
  );
}

const FEATURES: Readonly<Record<keyof Features, TextKey>> = {
  lookup: 'featureLookup',
  create: 'featureCreate',
  linkedRelations: 'fieldLinkedRelations',
};

type Stored = Extract<SettingProblem, { from: 'stored' }>;

const STORED: Readonly<Record<Stored['what'], Readonly<Record<Stored['reason'], TextKey>>>> = {
  preferences: { newer: 'settingsStoredNewerPreferences', broken: 'settingsStoredBrokenPreferences' },
  mapping: { newer: 'settingsStoredNewerMapping', broken: 'settingsStoredBrokenMapping' },
};

function problemText(problem: SettingProblem): string {
  if (problem.from === 'stored') return text(STORED[problem.what][problem.reason]);
  return text('settingsManagedProblem', problem.path, text(problem.reason, problem.detail ?? ''));
}

/** Says of a setting that it is not this browser's to change. */
export function ManagedNote({ id }: { readonly id?: string }) {
  return (
    <small id={id} class="managed">
      {text('setByAdministrator')}
    </small>
  );
}
