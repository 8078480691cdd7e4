import type { Page } from 'puppeteer';
import type { Field, Verdict } from '../../src/company/company.ts';
import type { TextKey } from '../../src/ui/texts.ts';
import { text } from './text.ts';
import { until } from './until.ts';

/** A row of the review as it stands on screen. */
export type ShownRow = {
  readonly field: Field;
  readonly verdict: Verdict;
  /** Null where the row has no checkbox. */
  readonly ticked: boolean | null;
  readonly current: string;
  readonly proposed: string;
};

/** The review's window, driven as a user does. */
export class ReviewWindow {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Waits for the comparison; its rows in order, folded ones included. */
  async rows(): Promise<readonly ShownRow[]> {
    return until('the comparison is there', async () => {
      const rows = await this.#rowsNow();
      return rows.length > 0 && rows;
    });
  }

  #rowsNow(): Promise<readonly ShownRow[]> {
    // In one question: the driver's own `$$eval` asks several for each row.
    return this.page.evaluate(() =>
      Array.from(document.querySelectorAll('tr[data-field]'), (row) => {
        const box = row.querySelector<HTMLInputElement>('input[type="checkbox"]');
        const [current, proposed] = Array.from(row.querySelectorAll('td:not(.tick)'), (cell) =>
          (cell.textContent ?? '').replace(/\s+/g, ' ').trim(),
        );
        return {
          field: row.getAttribute('data-field') as Field,
          verdict: row.getAttribute('data-verdict') as Verdict,
          ticked: box?.checked ?? null,
          current: current ?? '',
          proposed: proposed ?? '',
        };
      }),
    );
  }

  async row(field: Field): Promise<ShownRow> {
    const row = (await this.rows()).find((candidate) => candidate.field === field);
    if (!row) throw new Error(`no row for ${field}`);
    return row;
  }

  async verdicts(): Promise<Partial<Record<Field, Verdict>>> {
    return Object.fromEntries((await this.rows()).map(({ field, verdict }) => [field, verdict]));
  }

  /** Ticks exactly these fields. */
  async tickOnly(...fields: readonly Field[]): Promise<void> {
    for (const { field, ticked } of await this.rows()) {
      if (ticked === null || ticked === fields.includes(field)) continue;
      const box = await this.page.$(`tr[data-field="${field}"] input[type="checkbox"]`);
      await box?.click();
    }
  }

  /** Presses the button that has this text. */
  async press(key: TextKey, ...substitutions: readonly string[]): Promise<void> {
    const button = await this.page.waitForSelector(`aria/${text(key, ...substitutions)}[role="button"]`);
    await button?.click();
  }

  /** Presses *Apply* and waits for the outcome: the status's text, or the alert's. */
  async apply(): Promise<{ readonly said: string; readonly failed: boolean }> {
    await this.press('applyChanges');
    return until('the apply has an outcome', () =>
      this.page.evaluate(() => {
        const alert = document.querySelector('[role="alert"]');
        if (alert?.textContent) return { said: alert.textContent, failed: true };
        const applied = document.querySelector('tr[data-field] .outcome');
        return applied
          ? { said: document.querySelector('[role="status"]')?.textContent ?? '', failed: false }
          : undefined;
      }),
    );
  }

  /** Waits for the alert, and returns its text. */
  async alert(): Promise<string> {
    const alert = await this.page.waitForSelector('[role="alert"]');
    return (await alert?.evaluate((element) => element.textContent ?? '')) ?? '';
  }

  async status(): Promise<string> {
    return this.page.$eval('[role="status"]', (element) => element.textContent ?? '');
  }

  async outcome(field: Field): Promise<string | undefined> {
    return this.page.$eval(
      `tr[data-field="${field}"]`,
      (row) => row.querySelector('.outcome')?.textContent ?? undefined,
    );
  }
}
