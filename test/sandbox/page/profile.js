import { h } from './dom.js';
import { t } from './texts.js';

/** Where a user makes an API key; here only the heading and the button. */
export function showProfile(stage) {
  document.title = `${t('accessTokens')} | AdminPulse`;
  stage.append(
    h('h1', {}, `${t('profile')} › ${t('accessTokens')}`),
    h('section', {}, h('button', { type: 'button' }, t('newAccessToken'))),
  );
}
