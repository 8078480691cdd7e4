import type { Comparison, RelationWarning } from '../../messages/index.ts';
import { type TextKey, text } from '../../ui/texts.ts';
import { situationText } from '../register-status.tsx';

const WARNINGS: Record<RelationWarning, TextKey> = {
  relationEnded: 'warningRelationEnded',
  handlingLevel: 'warningHandlingLevel',
};

/** What to mind before writing: the company's juridical situation, the relation's state, the access it was read with. */
export function ReviewNotices({ comparison }: { readonly comparison: Comparison }) {
  const { situation, relation, anonymous, made = [] } = comparison;
  if (situation === undefined && relation.warnings.length === 0 && !anonymous && made.length === 0) return null;
  return (
    <section class="notices" aria-label={text('warnings')}>
      {situation !== undefined && <p class={`banner ${situation.level}`}>{situationText(situation.code)}</p>}
      {relation.warnings.map((warning) => (
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
