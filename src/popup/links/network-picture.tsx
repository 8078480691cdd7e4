import { useEffect, useState } from 'preact/hooks';
import { plural } from '../../ui/texts.ts';
import { type Point, type Positions, relax } from './layout.ts';
import type { Network, NetworkNode } from './network.ts';

type Props = {
  readonly network: Network;
  readonly selected: readonly string[];
  readonly onSelect: (links: readonly string[]) => void;
};

/** Up to this many parties their names find room; of more, the selected one is named. */
const MAX_LABELS = 16;
/** Characters of a name; the list has it whole. */
const MAX_LABEL_LENGTH = 20;
/** Room around the outermost parties for their names, in the picture's units. */
const MARGIN = { x: 52, y: 28 };

/** The network as a picture. It says nothing that the list does not say, so it is there for the eye and the mouse alone. */
export function NetworkPicture({ network, selected, onSelect }: Props) {
  const positions = usePositions(network);
  const hasLabels = network.nodes.length <= MAX_LABELS;
  const at = (id: string): Point => positions.get(id) ?? { x: 0, y: 0 };
  const isSelected = (node: NetworkNode) => node.links.some((key) => selected.includes(key));
  return (
    <figure class="network">
      {positions.size > 0 && (
        <svg viewBox={viewBox(positions)} aria-hidden="true" focusable="false">
          {network.edges.map(({ source, target, kind, over }, index) => (
            <line
              key={index}
              class={`edge ${kind} ${over ? 'over' : ''}`}
              x1={at(source).x}
              y1={at(source).y}
              x2={at(target).x}
              y2={at(target).y}
            />
          ))}
          {network.nodes.map((node) => (
            // biome-ignore lint/a11y/noStaticElementInteractions: for the mouse; the names in the list are buttons that do the same.
            <g
              key={node.id}
              class={`node ${node.kind} ${node.match ?? ''} ${isSelected(node) ? 'selected' : ''}`}
              data-links={node.links.join(' ')}
              transform={`translate(${at(node.id).x} ${at(node.id).y})`}
              onClick={() => node.links.length > 0 && onSelect(node.links)}
            >
              <title>{node.label}</title>
              {node.kind === 'person' ? <circle r="11" /> : <rect x="-11" y="-11" width="22" height="22" rx="5" />}
              {(hasLabels || isSelected(node)) && <text y="25">{shortened(node.label)}</text>}
            </g>
          ))}
        </svg>
      )}
      {network.notDrawn > 0 && <figcaption>{plural('linksNotDrawn', network.notDrawn)}</figcaption>}
    </figure>
  );
}

/** Where the parties stand; on the way there too, unless the user asked for less motion. */
function usePositions(network: Network): Positions {
  const [positions, setPositions] = useState<Positions>(new Map());
  useEffect(() => {
    const signal = new AbortController();
    const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const scheduler = {
      now: () => performance.now(),
      pause: () => new Promise((resolve) => requestAnimationFrame(resolve)),
      signal: signal.signal,
    };
    void relax(network, isStill ? () => {} : setPositions, scheduler).then((final) => final && setPositions(final));
    return () => signal.abort();
  }, [network]);
  return positions;
}

function viewBox(positions: Positions): string {
  const points = [...positions.values()];
  const left = Math.min(...points.map(({ x }) => x)) - MARGIN.x;
  const top = Math.min(...points.map(({ y }) => y)) - MARGIN.y;
  const width = Math.max(...points.map(({ x }) => x)) + MARGIN.x - left;
  const height = Math.max(...points.map(({ y }) => y)) + MARGIN.y - top;
  return [left, top, width, height].map(Math.round).join(' ');
}

function shortened(label: string): string {
  const letters = [...label];
  return letters.length > MAX_LABEL_LENGTH ? `${letters.slice(0, MAX_LABEL_LENGTH - 1).join('')}…` : label;
}
