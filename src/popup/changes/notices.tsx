import type { Comparison, RelationWarning } from '../../messages/index.ts';
import { type TextKey, text } from '../../ui/texts.ts';
import { situationText } from '../register-status.tsx';
import { PresumedNotice } from './presumed-notice.tsx';

const WARNINGS: Record<RelationWarning, TextKey> = {
  relationEnded: 'warningRelationEnded',
  handlingLevel: 'warningHandlingLevel',
};

type Props = {
  readonly situation: Comparison['situation'] | undefined;
  /** openthebox was read without credentials. */
  readonly anonymous: boolean;
  readonly made?: Comparison['made'] | undefined;
  /** What is said of places that are presumed, and what is done when the user confirms them. */
  readonly presumed?: readonly string[];
  readonly onConfirm?: (() => void) | undefined;
  /** Of the relation, where there is one. */
  readonly warnings?: readonly RelationWarning[];
};

/** What to mind before writing: the company's juridical situation, the relation's state, the access it was read with. */
export function Notices({ situation, anonymous, made = [], presumed = [], onConfirm, warnings = [] }: Props) {
  const isEmpty = warnings.length === 0 && made.length === 0 && presumed.length === 0;
  if (situation === undefined && isEmpty && !anonymous) return null;
  return (
    <section class="notices" aria-label={text('warnings')}>
      {situation !== undefined && <p class={`banner ${situation.level}`}>{situationText(situation.code)}</p>}
      {warnings.map((warning) => (
        <p key={warning} class="banner warning">
          {text(WARNINGS[warning])}
        </p>
      ))}
      {made.length > 0 && (
        <p class="banner info">{text('linksMade', made.map(({ code, name }) => `${name} (${code})`).join(', '))}</p>
      )}
      <PresumedNotice sentences={presumed} onConfirm={onConfirm} />
      {anonymous && <p class="banner info">{text('noticeAnonymous')}</p>}
    </section>
  );
}
