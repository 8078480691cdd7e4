import { readRelation, saveRelation } from './backend.js';
import { h, nextFrame } from './dom.js';
import { forgetInputs, typedEdit } from './fields.js';
import { addressText } from './formats.js';
import { SECTIONS } from './sections.js';
import { t } from './texts.js';

/**
 * A relation's file: ribbon, title, and sections that come one frame after the other. A closed section has no content in
 * the document (I). `?delay=` holds the sections back for so many milliseconds.
 */
export async function showRelation(stage, code, query) {
  forgetInputs();
  const relation = await readRelation(code);
  document.title = `${relation.name} | AdminPulse`;
  const sections = h('div', { className: 'sections' });
  stage.append(
    ribbon(relation, sections),
    h('h1', {}, [relation.name, relation.legalFormText].filter(Boolean).join(' ')),
    sections,
  );
  await new Promise((resolve) => setTimeout(resolve, Number(query.get('delay') ?? 0)));
  for (const section of SECTIONS) {
    await nextFrame();
    sections.append(sectionOf(section, relation));
  }
}

function sectionOf({ title, open, rows }, relation) {
  const content = h('div', { className: 'content' });
  const heading = h('button', { type: 'button' }, t(title));
  const toggle = (shown) => {
    heading.ariaExpanded = String(shown);
    content.replaceChildren(...(shown ? rows(relation).filter(Boolean) : []));
  };
  heading.onclick = () => toggle(heading.ariaExpanded !== 'true');
  toggle(open);
  return h('section', {}, h('h2', {}, heading), content);
}

function ribbon(relation, sections) {
  const { addresses, channels, code } = relation;
  const favourites = [
    ...channels.filter(({ favorite, type }) => favorite && type !== 'POBox').map(({ value }) => value),
    ...addresses.filter(({ favorite }) => favorite).map(addressText),
  ];
  const said = h('span', { role: 'status' });
  const save = async () => {
    await saveRelation(code, typedEdit());
    await window.rerender();
    document.querySelector('[role=status]')?.replaceChildren(t('saved'));
  };
  const openAll = () => {
    for (const closed of sections.querySelectorAll('[aria-expanded=false]')) closed.click();
  };
  return h(
    'div',
    { className: 'ribbon' },
    ...favourites.map((text) => h('span', { className: 'favourite' }, text)),
    h('span', { className: 'space' }),
    said,
    h('button', { type: 'button', onclick: save }, t('save')),
    h('button', { type: 'button', onclick: openAll }, t('expandAll')),
    h('button', { type: 'button', 'data-rerender': '' }, t('refresh')),
    h(
      'details',
      {},
      h('summary', {}, t('moreActions')),
      h(
        'div',
        { className: 'menu' },
        h('button', { type: 'button' }, t('fetchFromCbe')),
        h('a', { href: `#/relations/${code}/history` }, t('history')),
      ),
    ),
  );
}
