import { defineExtensionMessaging } from '@webext-core/messaging';
import type { Protocol } from './index.ts';

/** The worker's end of the protocol. It has no logger: some messages carry credentials. */
export const { sendMessage, onMessage } = defineExtensionMessaging<Protocol>();
