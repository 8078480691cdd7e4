import { useState } from 'preact/hooks';
import type { Failure, PreferencesView } from '../../messages/index.ts';
import { explain } from '../../ui/failure.ts';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { text } from '../../ui/texts.ts';
import { CHOICES } from './choices.ts';
import { HistoryMonths, PreferenceSelect, Ticks } from './preference-fields.tsx';
import type { PreferencesHandle, Save } from './use-preferences.ts';

/** How values are proposed and written, what is ticked at first, and who is told. */
export function PreferencesSection({ preferences }: { readonly preferences: PreferencesHandle }) {
  const { view, read, save } = preferences;
  const [said, say] = useState('');
  const [failure, setFailure] = useState<Failure>();

  const saveAndSay: Save = async (label, change) => {
    setFailure(undefined);
    say(text('preferenceSaving'));
    const failed = await save(change);
    setFailure(failed);
    say(failed ? '' : text('preferenceSaved', label));
    // What was not saved is not to stand there as if it were.
    if (failed) read();
  };

  return (
    <section class="card preferences" id="preferences" aria-labelledby="preferences-heading">
      <h2 id="preferences-heading">{text('preferencesHeading')}</h2>
      <p class="explanation">{text('preferencesIntro')}</p>
      {view.phase === 'loading' && <p>{text('preferencesLoading')}</p>}
      {view.phase === 'failed' && (
        <div role="alert" class="banner danger">
          <FailureNotice failure={view.failure} onTryAgain={read} inSettings />
        </div>
      )}
      {view.phase === 'ready' && <Controls view={view.view} save={saveAndSay} />}
      {failure && (
        <p role="alert" class="refused">
          {explain(failure).cause} {explain(failure).next}
        </p>
      )}
      <p role="status" class="said">
        {said}
      </p>
    </section>
  );
}

function Controls({ view, save }: { readonly view: PreferencesView; readonly save: Save }) {
  const { preferences, managed } = view;
  return (
    <>
      {CHOICES.map((choice) => (
        <PreferenceSelect
          key={choice.key}
          label={text(choice.label)}
          {...(choice.help && { help: text(choice.help) })}
          options={choice.options()}
          value={preferences[choice.key]}
          managed={managed.preferences.includes(choice.key)}
          onChange={(value) => save(text(choice.label), { [choice.key]: value })}
        />
      ))}
      <HistoryMonths
        months={preferences.historyMonths}
        managed={managed.preferences.includes('historyMonths')}
        save={save}
      />
      <Ticks ticks={preferences.ticks} managed={managed.ticks} save={save} />
    </>
  );
}
