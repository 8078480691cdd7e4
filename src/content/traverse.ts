import type { Viewport } from './viewport.ts';

/** The element in which our buttons stand. */
export const HOST_TAG = 'openthebox-buttons';

/** Longer runs of siblings (the rows of a list, not the parts of a form) are read only where the user looks. */
const LONG_RUN = 40;

/** A page of more nodes than this is read only where the user looks. */
const MAX_NODES = 4000;

const NOT_READ = /^(?:script|style|svg|select|textarea)$/;

export type Visitor = {
  readonly text: (text: Text) => void;
  readonly field: (field: HTMLInputElement) => void;
  /** An element that carries our name. */
  readonly host: (host: Element) => void;
};

/** `pruned`: what is far from the visible part is left out at every level, not only in long runs of siblings. */
export type Traversal = { readonly windowed: boolean; readonly tooLarge: boolean };

/**
 * Visits the texts and fields of the page in their order. The cost does not grow with the length of a list: of long
 * runs of siblings only those near the visible part are visited. After a bounded number of nodes it stops.
 */
export function traverse(root: Element, viewport: Viewport, pruned: boolean, visitor: Visitor): Traversal {
  let nodes = 0;
  let windowed = pruned;

  const visitElement = (element: Element): void => {
    if (element.localName === HOST_TAG) visitor.host(element);
    else if (element.localName === 'input') visitor.field(element as HTMLInputElement);
    else if (!NOT_READ.test(element.localName)) visitChildren(element);
  };

  const visitChildren = (parent: Element): void => {
    const count = parent.childElementCount;
    if (count > LONG_RUN) {
      windowed = true;
      for (const child of viewport.nearViewport(parent.children)) visitElement(child);
      return;
    }
    const onlyNear = pruned && count > 1;
    for (let node = parent.firstChild; node && nodes <= MAX_NODES; node = node.nextSibling) {
      nodes += 1;
      if (node instanceof Text) visitor.text(node);
      else if (node instanceof Element && (!onlyNear || viewport.isNear(node))) visitElement(node);
    }
  };

  visitElement(root);
  return { windowed, tooLarge: nodes > MAX_NODES };
}
