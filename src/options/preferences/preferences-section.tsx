import { useState } from 'preact/hooks';
import type { Failure, Preferences, PreferencesView } from '../../messages/index.ts';
import { explain } from '../../ui/failure.ts';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import type { SelectOption } from '../../ui/select-field.tsx';
import { type TextKey, text } from '../../ui/texts.ts';
import { HistoryMonths, PreferenceSelect, Ticks } from './preference-fields.tsx';
import type { PreferencesHandle, Save } from './use-preferences.ts';

/** How values are proposed and written, what is ticked at first, and who is told. */
export function PreferencesSection({ preferences }: { readonly preferences: PreferencesHandle }) {
  const { view, read, save } = preferences;
  const [message, announce] = useState('');
  const [failure, setFailure] = useState<Failure>();

  const saveAndAnnounce: Save = async (label, change) => {
    setFailure(undefined);
    announce(text('preferenceSaving'));
    const failed = await save(change);
    setFailure(failed);
    announce(failed ? '' : text('preferenceSaved', label));
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
      {view.phase === 'ready' && <Controls view={view.view} save={saveAndAnnounce} />}
      {failure && (
        <p role="alert" class="refused">
          {explain(failure).cause} {explain(failure).next}
        </p>
      )}
      <p role="status" class="message">
        {message}
      </p>
    </section>
  );
}

type Choice = {
  readonly key: 'valueLanguage' | 'phoneStyle' | 'notify';
  readonly label: TextKey;
  readonly help?: TextKey;
  readonly options: () => readonly SelectOption[];
};

/** Languages by their own names, as the languages of a site are listed. */
const LANGUAGES = { nl: 'Nederlands', fr: 'Français', de: 'Deutsch' };

const PHONES = { national: '053 39 00 70', international: '+32 53 39 00 70' };

const optionsOf = <K extends keyof Preferences>(
  labels: Record<Preferences[K] & string, string>,
): readonly SelectOption[] => Object.entries<string>(labels).map(([value, label]) => ({ value, label }));

/** The preferences that are one of a few values. */
const CHOICES: readonly Choice[] = [
  {
    key: 'valueLanguage',
    label: 'preferenceLanguage',
    help: 'preferenceLanguageHelp',
    options: () => optionsOf<'valueLanguage'>({ relation: text('preferenceLanguageRelation'), ...LANGUAGES }),
  },
  {
    key: 'phoneStyle',
    label: 'preferencePhone',
    help: 'preferencePhoneHelp',
    options: () =>
      optionsOf<'phoneStyle'>({
        asInAdminPulse: text('preferencePhoneAsInAdminPulse'),
        national: text('preferencePhoneNational', PHONES.national),
        international: text('preferencePhoneInternational', PHONES.international),
      }),
  },
  {
    key: 'notify',
    label: 'preferenceNotify',
    options: () =>
      optionsOf<'notify'>({
        allPages: text('preferenceNotifyAllPages'),
        pagesOfTheRelation: text('preferenceNotifyPagesOfTheRelation'),
        nobody: text('preferenceNotifyNobody'),
      }),
  },
];

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
