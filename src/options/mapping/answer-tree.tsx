import { useEffect, useRef, useState } from 'preact/hooks';
import type { MappingNode } from '../../messages/index.ts';
import { text } from '../../ui/texts.ts';

type Props = {
  readonly label: string;
  readonly nodes: readonly MappingNode[];
  readonly takesFocus: boolean;
  readonly onChoose: (path: string) => void;
};

type VisibleRow = { readonly node: MappingNode; readonly id: string; readonly level: number; readonly parent?: string };

/** A real answer as a tree: arrow keys move and open, Home and End jump, Enter or a click chooses. */
export function AnswerTree({ label, nodes, takesFocus, onChoose }: Props) {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [current, setCurrent] = useState('0');
  const tree = useRef<HTMLDivElement>(null);
  const rows = visibleRows(nodes, open);

  const item = (id: string) => tree.current?.querySelector<HTMLElement>(`[data-id="${id}"]`);
  const go = (id: string | undefined) => {
    if (id === undefined) return;
    setCurrent(id);
    item(id)?.focus();
  };
  const toggle = (id: string, opened: boolean) =>
    setOpen((now) => new Set(opened ? [...now, id] : [...now].filter((other) => other !== id)));

  useEffect(() => {
    if (takesFocus) item('0')?.focus();
  }, []);

  const onKeyDown = (event: KeyboardEvent) => {
    const at = rows.findIndex(({ id }) => id === current);
    const row = rows[at];
    if (!row) return;
    const isOpen = open.has(row.id);
    const opens = hasChildren(row.node);
    const actions: Record<string, () => void> = {
      ArrowDown: () => go(rows[at + 1]?.id),
      ArrowUp: () => go(rows[at - 1]?.id),
      Home: () => go(rows[0]?.id),
      End: () => go(rows.at(-1)?.id),
      ArrowRight: () => (opens && !isOpen ? toggle(row.id, true) : opens && go(rows[at + 1]?.id)),
      ArrowLeft: () => (opens && isOpen ? toggle(row.id, false) : go(row.parent)),
      Enter: () => onChoose(row.node.path),
    };
    const act = actions[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };

  return (
    <div class="answer-tree" role="tree" aria-label={label} ref={tree}>
      {rows.map(({ node, id, level }) => {
        const opens = hasChildren(node);
        return (
          <div
            key={id}
            role="treeitem"
            data-id={id}
            aria-level={level}
            aria-selected={id === current}
            {...(opens && { 'aria-expanded': open.has(id) })}
            tabIndex={id === current ? 0 : -1}
            style={{ paddingInlineStart: `${level * 16}px` }}
            onFocus={() => setCurrent(id)}
            onKeyDown={onKeyDown}
            onClick={(event) => {
              const marker = event.target instanceof HTMLElement && event.target.classList.contains('marker');
              if (marker && opens) toggle(id, !open.has(id));
              else onChoose(node.path);
            }}
          >
            <span class="marker" aria-hidden="true">
              {opens ? (open.has(id) ? '▾' : '▸') : ''}
            </span>
            <code>{node.key}</code> <span class="detail">{nodeText(node)}</span>
          </div>
        );
      })}
    </div>
  );
}

const hasChildren = ({ children }: MappingNode) => (children?.length ?? 0) > 0;

function nodeText(node: MappingNode): string {
  if (node.kind === 'empty') return text('valueEmpty');
  if (node.kind === 'value') return node.value ?? '';
  return node.kind === 'list' ? `[${node.children?.length ?? 0}]` : '{ }';
}

/** The rows in the order in which they stand, those under closed ones left out. */
function visibleRows(
  nodes: readonly MappingNode[],
  open: ReadonlySet<string>,
  level = 1,
  parent?: string,
): VisibleRow[] {
  return nodes.flatMap((node, index) => {
    const id = parent === undefined ? `${index}` : `${parent}-${index}`;
    const below = open.has(id) ? visibleRows(node.children ?? [], open, level + 1, id) : [];
    return [{ node, id, level, ...(parent !== undefined && { parent }) }, ...below];
  });
}
