import type { Polling } from './polling.js';
import type { Webhook } from './webhook.js';

/** The two ways by which updates reach the bot; one at a time. */
export interface Receiving {
  readonly polling: Polling;
  readonly webhook: Webhook;
}
