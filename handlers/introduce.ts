import type { UserFromGetMe } from 'telegraf/types';
import type { Config } from '../src/config.js';
import { NianjianError } from '../src/errors.js';
import type { Log } from '../src/log.js';
import { registrations } from './commands.js';
import type { Call } from './delivery/api.js';
import { backOffMs, faultOf, sleep } from './delivery/fault.js';

/**
 * Who the token belongs to; asked until Telegram can be reached. Undefined once the end is wished
 * for.
 *
 * @throws NianjianError `token-refused`
 */
export async function introduce(
  call: Call,
  log: Log,
  stop: AbortSignal,
): Promise<UserFromGetMe | undefined> {
  for (let attempt = 0; !stop.aborted; attempt++) {
    try {
      const me = (await call('getMe', {}, { signal: stop, timeoutMs: 15_000 })) as UserFromGetMe;
      if (typeof me?.id === 'number' && typeof me.username === 'string') return me;
      log.warn('api-unreadable');
    } catch (error) {
      const { code, reason } = faultOf(error);
      // 404 is Telegram's answer to what has no token's form.
      if (code === 401 || code === 404) throw new NianjianError('token-refused');
      if (!stop.aborted) log.warn('api-unreachable', { reason, attempt, message: unreachable });
    }
    await sleep(Math.min(backOffMs(attempt), 5000), stop);
  }
  return undefined;
}

const unreachable =
  'Telegram cannot be reached; check the network and TELEGRAM_API_ROOT. Trying again.';

/** What people see of the bot before they use it. None of it is needed to answer. */
export async function register(
  call: Call,
  config: Pick<Config, 'ADMIN_IDS'>,
  log: Log,
  stop: AbortSignal,
): Promise<void> {
  for (const payload of registrations(config.ADMIN_IDS)) {
    if (stop.aborted) return;
    await call('setMyCommands', payload, { signal: stop, timeoutMs: 10_000 }).catch((error) =>
      log.warn('commands-not-registered', { reason: faultOf(error).reason }),
    );
  }
}
