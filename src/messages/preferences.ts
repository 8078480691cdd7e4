import type { FieldWithTick } from '../company/choices.ts';
import type { Service } from '../company/company.ts';

export type Preferences = {
  /** Language of proposed values (address, names where two exist): the relation's own, or always this one. */
  readonly valueLanguage: 'relation' | 'nl' | 'fr' | 'de';
  /** Default ticks that differ from the product's: whether a field is ticked when it differs or only openthebox has it. */
  readonly ticks: Readonly<Partial<Record<FieldWithTick, boolean>>>;
  /** How a phone number that AdminPulse does not have yet is written. */
  readonly phoneStyle: 'asInAdminPulse' | 'national' | 'international';
  /** Who is told, in AdminPulse's open pages, that a relation was changed. */
  readonly notify: 'allPages' | 'pagesOfTheRelation' | 'nobody';
  /** Months that the history is kept. */
  readonly historyMonths: number;
};

/** What changes, and the rest stays. A tick that is null goes back to the product's default. */
export type PreferencesChange = Partial<Omit<Preferences, 'ticks'>> & {
  readonly ticks?: Readonly<Partial<Record<FieldWithTick, boolean | null>>>;
};

/** The preferences that hold, and which of them the administrator set. */
export type PreferencesView = {
  readonly preferences: Preferences;
  readonly managed: {
    readonly preferences: readonly Exclude<keyof Preferences, 'ticks'>[];
    readonly ticks: readonly FieldWithTick[];
  };
};

/** Parts of the product that an administrator may switch off. */
export type Features = Readonly<Record<'lookup' | 'create' | 'linkedRelations', boolean>>;

/** What the settings page says of settings that it does not show otherwise. No credential is in it. */
export type SettingsState = {
  /** The administrator set something. */
  readonly managed: boolean;
  readonly credentials: readonly Service[];
  readonly features: Features;
  readonly problems: readonly SettingProblem[];
};

export type SettingProblem =
  /** A setting of the administrator's that is left out; `path` is where it stands, `detail` fills the reason's `$1`. */
  | {
      readonly from: 'managed';
      readonly path: string;
      readonly reason: ManagedRefusal;
      readonly detail?: string;
    }
  /** What this browser stored cannot be read; it was written by a later version, or is damaged. */
  | { readonly from: 'stored'; readonly what: 'preferences' | 'mapping'; readonly reason: 'newer' | 'broken' };

/** Why a setting of the administrator's is left out: a key of the texts. */
export type ManagedRefusal =
  | 'managedNoSuchSetting'
  | 'managedMissing'
  | 'managedNotText'
  | 'managedNotYesNo'
  | 'managedNotOneOf'
  | 'managedNotNumber'
  | 'managedNotGroup'
  | 'managedNotPath';
