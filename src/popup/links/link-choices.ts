import type { ComparedLink } from '../../company/links/compare-links.ts';
import type { LinkOption, LinkOptions, LinkToAdd, PersonNames, Review } from '../../messages/index.ts';
import type { TextKey } from '../../ui/texts.ts';

/**
 * What a ticked link shall become; a part that is absent is still to be chosen. `target` null: a relation is made first, with
 * this status, and for a person with these names.
 */
export type LinkChoice = {
  readonly type?: string;
  readonly target?: string | null;
  readonly status?: string;
  readonly person?: PersonNames;
};

/** The ticked links, by key. */
export type LinkChoices = ReadonlyMap<string, LinkChoice>;

export const NO_LINK_CHOICES: LinkChoices = new Map();

/** A link that openthebox has and AdminPulse does not have for sure. */
export function isAddable({ match }: ComparedLink): boolean {
  return match === 'only-openthebox' || match === 'undecided';
}

/**
 * What is chosen for a link when it is ticked: the type that its role means, and the one relation that it can be. A company
 * that is no relation yet would be made; a person only if the user says so.
 */
export function firstChoice(option: LinkOption | undefined, options: LinkOptions | undefined): LinkChoice {
  const choice = option?.proposedType === undefined ? {} : { type: option.proposedType };
  const [only, ...others] = option?.targets ?? [];
  if (only !== undefined) return others.length === 0 ? { ...choice, target: only.code } : choice;
  return option?.mayCreate === 'company' ? withNew(choice, option, options) : choice;
}

/** The choice of making the relation: with the status that is called "Other", where one is. */
export function withNew(
  { type }: LinkChoice,
  option: LinkOption | undefined,
  options: LinkOptions | undefined,
): LinkChoice {
  return {
    ...(type !== undefined && { type }),
    target: null,
    ...(options?.otherStatus !== undefined && { status: options.otherStatus }),
    ...(option?.person && { person: option.person }),
  };
}

export function withChoice(choices: LinkChoices, key: string, choice: LinkChoice | undefined): LinkChoices {
  const next = new Map(choices);
  if (choice) next.set(key, choice);
  else next.delete(key);
  return next;
}

/** The ticked links that can be written, and the labels of what is still to be chosen for others. */
export function linksToAdd(choices: LinkChoices): {
  readonly links: readonly LinkToAdd[];
  readonly missing: readonly TextKey[];
} {
  const links = [...choices].flatMap(([key, choice]): LinkToAdd[] => {
    const target = targetOf(choice);
    return choice.type === undefined || target === undefined ? [] : [{ key, type: choice.type, target }];
  });
  return { links, missing: [...new Set([...choices.values()].flatMap(missingIn))] };
}

function missingIn({ type, target, status, person }: LinkChoice): TextKey[] {
  const isNew = target === null;
  const lacks: readonly (readonly [TextKey, boolean])[] = [
    ['linkChooseType', type === undefined],
    ['linkTarget', target === undefined],
    ['linkStatus', isNew && status === undefined],
    ['linkLastName', isNew && person?.lastName.trim() === ''],
    ['linkFirstName', isNew && person?.firstName.trim() === ''],
  ];
  return lacks.filter(([, isMissing]) => isMissing).map(([label]) => label);
}

function targetOf({ target, status, person }: LinkChoice): LinkToAdd['target'] | undefined {
  if (target !== null) return target;
  if (status === undefined || person?.firstName.trim() === '' || person?.lastName.trim() === '') return undefined;
  return { status, ...(person && { person }) };
}

/** The choices after the review took a new state: those whose link is still to be added, and none once they are written. */
export function choicesAfter(choices: LinkChoices, review: Review): LinkChoices {
  if (choices.size === 0) return choices;
  if (review.phase === 'applied') return NO_LINK_CHOICES;
  if (review.phase !== 'ready') return choices;
  if (review.conflict?.includes('linkedRelations')) return NO_LINK_CHOICES;
  const addable = new Set((review.links ?? []).filter(isAddable).map(({ key }) => key));
  return new Map([...choices].filter(([key]) => addable.has(key)));
}

export type LinksPanelProps = {
  readonly reviewId: string;
  /** The company that the links belong to. */
  readonly company: string;
  readonly links: readonly ComparedLink[];
  readonly choices: LinkChoices;
  /** False while a write is under way, and after it. */
  readonly mayChoose: boolean;
  readonly onChoose: (key: string, choice: LinkChoice | undefined) => void;
};
