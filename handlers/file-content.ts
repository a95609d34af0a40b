import { createReadStream } from 'node:fs';
import { isAbsolute } from 'node:path';
import type { BotDeps } from './context.js';
import { faultOf } from './delivery/fault.js';

/**
 * A file that was sent, as it comes; whoever reads it stops where it is too long. A Bot API server
 * of one's own that was started with `--local` names a place on the disk that it shares with the
 * bot; Telegram's servers never do.
 *
 * @throws an error whose message may be shown: it holds neither token nor path
 */
export async function* fileContent(
  fileId: string,
  { sender, config }: BotDeps,
): AsyncGenerator<Uint8Array, void> {
  const got = await sender
    .send('getFile', { file_id: fileId }, { patienceMs: 30_000 })
    // Its reason is shown: it must not hold the address that was called.
    .catch((error: unknown) => Promise.reject(new Error(faultOf(error).reason)));
  const { file_path: path } = got as { readonly file_path?: unknown };
  if (typeof path !== 'string') throw new Error('no path');
  const root = config.TELEGRAM_API_ROOT;
  if (isAbsolute(path)) {
    if (new URL(root).hostname === telegramHost) throw new Error('no path');
    yield* contentOnDisk(path);
    return;
  }
  const address = path.split('/').map(encodeURIComponent).join('/');
  const url = `${root}/file/bot${config.BOT_TOKEN}/${address}`;
  const response = await fetch(url, { signal: AbortSignal.timeout(120_000), redirect: 'error' });
  if (!response.ok || response.body === null) throw new Error(`status ${response.status}`);
  yield* response.body;
}

const telegramHost = 'api.telegram.org';

async function* contentOnDisk(path: string): AsyncGenerator<Uint8Array, void> {
  try {
    yield* createReadStream(path);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    // The server's folders are named after tokens.
    throw new Error(`${code}: the files of the Bot API server (--local) cannot be read here`);
  }
}
