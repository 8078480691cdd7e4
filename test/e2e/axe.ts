import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds in the page, by rule. */
export async function violations(page: Page): Promise<readonly string[]> {
  await page.bringToFront();
  // An extension's page runs no script from elsewhere, but its driver may.
  await page.evaluate(`${axe}; void 0`);
  return page.evaluate(async () => {
    const { axe: found } = window as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    return (await found.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  });
}
