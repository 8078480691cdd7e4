import { readRelations } from './backend.js';
import { h } from './dom.js';
import { vatText } from './formats.js';
import { t } from './texts.js';

const COLUMNS = ['name', 'uniqueIdCode', 'customerCode', 'legalForm', 'vatNumber', 'municipality', 'Phone', 'status'];

/** All relations, every row in the document; `?rows=5000` asks for that many. */
export async function showList(stage, query) {
  document.title = `${t('relations')} | AdminPulse`;
  const relations = await readRelations(query.get('rows'));
  const body = h('tbody');
  const search = h('input', { type: 'search', placeholder: t('search'), ariaLabel: t('search') });
  const inactive = h('input', { type: 'checkbox' });

  const fill = () => {
    const wanted = search.value.trim().toLowerCase();
    const matching = relations.filter(
      (relation) =>
        (inactive.checked || !relation.ended) &&
        [relation.name, relation.code, relation.customerCode, relation.vatNumber, relation.enterpriseNumber].some(
          (text) => text?.toLowerCase().includes(wanted),
        ),
    );
    body.replaceChildren(...matching.map(relationRow));
  };
  search.oninput = fill;
  inactive.onchange = fill;
  fill();

  stage.append(
    h('h1', {}, t('relations')),
    h('p', { className: 'tools' }, search, h('label', {}, inactive, ' ', t('showInactive'))),
    relationTable(body),
  );
}

export function relationTable(body) {
  return h(
    'table',
    { className: 'list' },
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        COLUMNS.map((key) => h('th', {}, t(key))),
      ),
    ),
    body,
  );
}

/** One row of the list. */
export function relationRow(relation) {
  return h(
    'tr',
    {},
    h('td', {}, h('a', { href: `#/relations/${relation.code}` }, relation.name)),
    h('td', {}, relation.code),
    h('td', {}, relation.customerCode ?? ''),
    h('td', {}, relation.legalForm ?? ''),
    h('td', {}, vatText(relation.vatNumber)),
    h('td', {}, relation.city ?? ''),
    h('td', {}, relation.phone ?? ''),
    h('td', {}, h('span', { className: 'tag' }, t(relation.status))),
  );
}
