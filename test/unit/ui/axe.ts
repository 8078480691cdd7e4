import axe from 'axe-core';

/** What axe finds wrong in the document, in words. Contrast is not among it: jsdom has no colours on screen. */
export async function axeViolations(): Promise<string[]> {
  const { violations } = await axe.run(document, { rules: { 'color-contrast': { enabled: false } } });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}
