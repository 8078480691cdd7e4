import type { ElementHandle } from 'puppeteer';
import type { TextKey } from '../../src/ui/texts.ts';
import { ReviewWindow } from './review-window.ts';
import { text } from './text.ts';
import { until } from './until.ts';

/** The window in which a relation is made, driven as a user does. */
export class CreationWindow extends ReviewWindow {
  /** In the field that is labelled so, chooses the option whose text holds these words; the text of the option. */
  async choose(label: TextKey, words: string): Promise<string> {
    const select = await this.#select(label);
    const option = await select.evaluate((element, wanted) => {
      const found = Array.from(element.options).find((one) => one.text.includes(wanted));
      return found && { value: found.value, text: found.text };
    }, words);
    if (!option) throw new Error(`no option with "${words}" in "${label}"`);
    await select.select(option.value);
    return option.text;
  }

  /** The text of the option that is chosen. */
  async chosen(label: TextKey): Promise<string> {
    return (await this.#select(label)).evaluate((element) => element.selectedOptions[0]?.text ?? '');
  }

  /** Presses *Create* and waits for the outcome: the status's text, the alert's, or that of what exists. */
  async create(): Promise<{ readonly said: string; readonly how: 'created' | 'failed' | 'exists' }> {
    await this.press('createButton');
    return until('the create has an outcome', () =>
      this.page.evaluate(() => {
        const said = (selector: string) => document.querySelector(selector)?.textContent ?? undefined;
        const failed = said('[role="alert"]');
        if (failed) return { said: failed, how: 'failed' as const };
        const exists = said('.choice');
        if (exists) return { said: exists, how: 'exists' as const };
        return said('tr[data-field] .outcome')
          ? { said: said('[role="status"]') ?? '', how: 'created' as const }
          : undefined;
      }),
    );
  }

  /** Waits for what there is already, and returns its text. */
  async existing(): Promise<string> {
    const shown = await this.page.waitForSelector('.choice');
    return (await shown?.evaluate((element) => element.textContent ?? '')) ?? '';
  }

  async #select(key: TextKey): Promise<ElementHandle<HTMLSelectElement>> {
    const label = text(key);
    return until(`the field "${label}" is there`, async () => {
      const handle = await this.page.evaluateHandle((wanted) => {
        const found = Array.from(document.querySelectorAll('label')).find(({ textContent }) => textContent === wanted);
        return found?.control instanceof HTMLSelectElement ? found.control : null;
      }, label);
      return (handle.asElement() as ElementHandle<HTMLSelectElement> | null) ?? undefined;
    });
  }
}
