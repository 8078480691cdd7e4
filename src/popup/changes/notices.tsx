import type { Comparison, RelationWarning } from '../../messages/index.ts';
import { type TextKey, text } from '../../ui/texts.ts';
import { situationText } from '../register-status.tsx';

const WARNINGS: Record<RelationWarning, TextKey> = {
  relationEnded: 'warningRelationEnded',
  handlingLevel: 'warningHandlingLevel',
};

type Props = {
  readonly situation: Comparison['situation'] | undefined;
  /** openthebox was read without credentials. */
  readonly anonymous: boolean;
  readonly made?: Comparison['made'] | undefined;
  /** Of the relation, where there is one. */
  readonly warnings?: readonly RelationWarning[];
};

/** What to mind before writing: the company's juridical situation, the relation's state, the access it was read with. */
export function Notices({ situation, anonymous, made = [], warnings = [] }: Props) {
  if (situation === undefined && warnings.length === 0 && !anonymous && made.length === 0) return null;
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
      {anonymous && <p class="banner info">{text('noticeAnonymous')}</p>}
    </section>
  );
}
