import { useEffect, useId, useState } from 'preact/hooks';
import type { ComparedLink } from '../../company/links/compare-links.ts';
import { text } from '../../ui/texts.ts';
import type { LinksPanelProps } from './link-choices.ts';
import { matchText } from './link-texts.ts';

export type Props = LinksPanelProps & {
  /** The row of the field, with what unfolds the list in it. */
  readonly row: (unfold: preact.JSX.Element) => preact.JSX.Element;
};

/** The field's row, and the list of links below it; the list and its picture are loaded when they are first unfolded. */
export function LinksRow({ row, ...panel }: Props) {
  const [unfolded, setUnfolded] = useState(false);
  const id = useId();
  return (
    <>
      {row(
        <>
          <small>{countsText(panel.links)}</small>
          <button
            type="button"
            class="link unfold"
            aria-expanded={unfolded}
            aria-controls={unfolded ? id : undefined}
            onClick={() => setUnfolded(!unfolded)}
          >
            {text('linksUnfold')}
          </button>
        </>,
      )}
      {unfolded && (
        <tr class="links-detail" id={id}>
          <td colSpan={4}>
            <LazyPanel {...panel} />
          </td>
        </tr>
      )}
    </>
  );
}

function LazyPanel(props: LinksPanelProps) {
  const [loaded, setLoaded] = useState<{ readonly Panel: (props: LinksPanelProps) => preact.JSX.Element }>();
  useEffect(() => {
    void import('./links-panel.tsx').then(({ LinksPanel }) => setLoaded({ Panel: LinksPanel }));
  }, []);
  return loaded ? <loaded.Panel {...props} /> : null;
}

/** "2 only in openthebox · 1 in both". */
function countsText(links: readonly ComparedLink[]): string {
  const byMatch = Map.groupBy(links, ({ match }) => match);
  return [...byMatch].map(([match, { length }]) => `${length} ${matchText(match)}`).join(' · ');
}
