import type { Preferences } from '../../messages/index.ts';
import type { SelectOption } from '../../ui/select-field.tsx';
import { type TextKey, text } from '../../ui/texts.ts';

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
export const CHOICES: readonly Choice[] = [
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
