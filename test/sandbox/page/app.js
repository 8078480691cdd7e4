import { h } from './dom.js';
import { showHistory } from './history.js';
import { showProfile } from './profile.js';
import { showRelation } from './relation-file.js';
import { showList } from './relations-list.js';
import { showStress } from './stress.js';
import { currentLanguage, LANGUAGES, t, useLanguage } from './texts.js';

/** Hash routes, the first that matches; the view gets what the groups hold, and the query. */
const ROUTES = [
  [/^\/relations\/([A-Za-z0-9-]+)\/history$/, showHistory],
  [/^\/relations\/([A-Za-z0-9-]+)$/, showRelation],
  [/^\/stress$/, showStress],
  [/^\/profile\/accesstokens$/, showProfile],
  [/^/, showList],
];

/** Shows the present route anew: everything that stood there goes, and is made again. */
async function show() {
  const [path = '', search = ''] = location.hash.slice(1).split('?');
  const query = new URLSearchParams(search);
  useLanguage(query.get('lang') ?? localStorage.getItem('lang'));
  document.querySelector('header').replaceChildren(...appBar());
  for (const [route, view] of ROUTES) {
    const match = path.match(route);
    if (!match) continue;
    const stage = h('div');
    document.querySelector('main').replaceChildren(stage);
    await view(stage, ...match.slice(1), query);
    return;
  }
}

function appBar() {
  const languages = h(
    'select',
    {
      ariaLabel: t('language'),
      onchange: (event) => {
        localStorage.setItem('lang', event.target.value);
        location.hash = location.hash.replace(/([?&])lang=\w+&?/, '$1');
        show();
      },
    },
    LANGUAGES.map((code) => h('option', { value: code, selected: code === currentLanguage() }, code.toUpperCase())),
  );
  return [
    h('a', { href: '#/relations', className: 'brand' }, 'AdminPulse'),
    h('a', { href: '#/relations' }, t('relationFiles')),
    h('span', { className: 'space' }),
    languages,
    h('a', { href: '#/profile/accesstokens' }, t('profile')),
  ];
}

window.rerender = show;
window.addEventListener('hashchange', show);
document.addEventListener('click', (event) => {
  if (event.target instanceof Element && event.target.closest('[data-rerender]')) show();
});
show();
