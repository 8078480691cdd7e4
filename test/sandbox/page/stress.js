import { readRelations } from './backend.js';
import { h, nextFrame } from './dom.js';
import { relationRow, relationTable } from './relations-list.js';

/**
 * A long list that never comes to rest, for measuring. `#/stress?rows=5000&rate=20` makes 20 rows anew in each frame for
 * `ms=3000`; `&whole=1` makes the whole table anew every half second instead; `&auto=0` waits for `window.runStress()`.
 * `<html data-stress>` says `ready`, `running`, `done`.
 */
export async function showStress(stage, query) {
  const relations = await readRelations(query.get('rows') ?? '5000');
  const rate = Number(query.get('rate') ?? 20);
  const ms = Number(query.get('ms') ?? 3000);
  const body = h('tbody');
  const fill = () => body.replaceChildren(...relations.map(relationRow));
  fill();
  stage.append(relationTable(body));

  const root = document.documentElement;
  window.runStress = async () => {
    root.dataset.stress = 'running';
    await (query.get('whole') ? remakeWhole(fill, ms) : remakeRows(body, relations, rate, ms));
    root.dataset.stress = 'done';
  };
  root.dataset.stress = 'ready';
  if (query.get('auto') !== '0') await window.runStress();
}

async function remakeRows(body, relations, rate, ms) {
  const end = performance.now() + ms;
  for (let next = 0; performance.now() < end; next = (next + rate) % relations.length) {
    for (let index = next; index < Math.min(next + rate, relations.length); index += 1) {
      body.rows[index].replaceWith(relationRow(relations[index]));
    }
    await nextFrame();
  }
}

async function remakeWhole(fill, ms) {
  const end = performance.now() + ms;
  while (performance.now() < end) {
    fill();
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}
