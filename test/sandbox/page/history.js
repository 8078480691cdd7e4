import { readHistory, readRelation } from './backend.js';
import { h } from './dom.js';
import { currentLanguage, t } from './texts.js';

/** Who changed what in a relation, newest first. */
export async function showHistory(stage, code) {
  const [relation, changes] = await Promise.all([readRelation(code), readHistory(code)]);
  document.title = `${relation.name} | AdminPulse`;
  const shown = (value) => (value === null ? '' : String(value));
  stage.append(
    h('h1', {}, t('history')),
    h('p', {}, h('a', { href: `#/relations/${relation.code}` }, relation.name)),
    h(
      'table',
      { className: 'list' },
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          ['date', 'user', 'field', 'before', 'after'].map((key) => h('th', {}, t(key))),
        ),
      ),
      h(
        'tbody',
        {},
        changes.map(({ at, by, path, before, after }) =>
          h(
            'tr',
            {},
            [new Date(at).toLocaleString(currentLanguage()), by, path, shown(before), shown(after)].map((text) =>
              h('td', {}, text),
            ),
          ),
        ),
      ),
    ),
    ...(changes.length === 0 ? [h('p', {}, t('nothing'))] : []),
  );
}
