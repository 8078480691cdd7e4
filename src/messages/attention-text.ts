import { dateText } from '../company/date-text.ts';
import { SERVICE_NAMES } from '../company/service-names.ts';
import type { Attention } from './attention.ts';

type Key =
  | 'attentionHostPermission'
  | 'attentionNotConnected'
  | 'attentionRefused'
  | 'attentionKeyExpired'
  | 'attentionKeyExpires';

/**
 * What an attention says, as the key of a text and what fills its `$1`: the badge's title is the worker's, the hint a page's.
 * Code, unlike the rest of this folder: import it by its path.
 */
export function attentionText(attention: Attention): readonly [key: Key, ...values: string[]] {
  switch (attention.kind) {
    case 'hostPermission':
      return ['attentionHostPermission'];
    case 'notConnected':
      return ['attentionNotConnected'];
    case 'refused':
      return ['attentionRefused', SERVICE_NAMES[attention.service]];
    case 'keyExpired':
      return ['attentionKeyExpired', dateText(attention.on)];
    case 'keyExpires':
      return ['attentionKeyExpires', dateText(attention.on)];
  }
}
