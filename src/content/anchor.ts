import type { ValueNode } from './page-scan.ts';

/** What buttons must not stand in: they would be pressed with it, or become part of its name. A link may hold a row. */
const NOT_INSIDE = 'button,label,summary,h1,h2,h3,h4,h5,h6,[role=button],[role=tab],a:not(:has(*))';

/** The node after which the buttons of a number stand. */
export function anchorOf(holder: ValueNode): ChildNode {
  let anchor: ChildNode = holder;
  // A field is often wrapped, for its looks, as the only thing in its box.
  for (let box = holder.parentElement; isWrapper(box, holder); box = box.parentElement) anchor = box;
  for (;;) {
    const outer = anchor.parentElement?.closest<HTMLElement>(NOT_INSIDE);
    if (!outer) return anchor;
    anchor = outer;
  }
}

function isWrapper(box: HTMLElement | null, holder: ValueNode): box is HTMLElement {
  return holder.nodeType === 1 && box?.childElementCount === 1 && box.matches('div,span') && !box.textContent?.trim();
}
