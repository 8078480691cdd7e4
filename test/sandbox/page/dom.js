/**
 * An element with properties (`onclick`, `value`, `className`, …; what is no property becomes an attribute) and children.
 * Texts are text nodes: nothing is ever read as HTML.
 */
export function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  for (const [key, value] of Object.entries(props)) {
    if (key in element) element[key] = value;
    else element.setAttribute(key, value);
  }
  return element;
}

/** Resolves at the start of the next frame. */
export function nextFrame() {
  return new Promise((resolve) => requestAnimationFrame(resolve));
}
