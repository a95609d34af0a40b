import { createHash, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface HttpOptions {
  readonly host: string;
  readonly port: number;
  /** Null while polling: then only `/healthz` is served. */
  readonly webhook: null | {
    readonly path: string;
    readonly secret: string;
    /** Takes an update in at once. */
    readonly onUpdate: (update: unknown) => void;
  };
  readonly healthy: () => boolean;
}

/** Telegram's own updates stay far below. */
const maxBodyBytes = 1 << 20;

/**
 * Serves the webhook and `/healthz`. An update is confirmed as soon as it is taken in.
 *
 * @throws what listening fails with
 */
export async function serveHttp(
  options: HttpOptions,
): Promise<{ readonly port: number; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    handle(request, options)
      .then((status) => end(response, status))
      .catch(() => end(response, 400));
  });
  server.requestTimeout = 15_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, resolve);
  });
  return { port: (server.address() as AddressInfo).port, close: () => close(server) };
}

async function handle(request: IncomingMessage, options: HttpOptions): Promise<number> {
  const path = new URL(request.url ?? '/', 'http://localhost').pathname;
  if (path === '/healthz') return options.healthy() ? 200 : 503;
  const { webhook } = options;
  if (webhook === null || path !== webhook.path) return 404;
  if (request.method !== 'POST') return 405;
  const given = request.headers['x-telegram-bot-api-secret-token'];
  if (typeof given !== 'string' || !isSame(given, webhook.secret)) return 401;
  const body = await read(request);
  if (body === null) return 413;
  const update: unknown = JSON.parse(body);
  if (!Number.isSafeInteger((update as { update_id?: unknown } | null)?.update_id)) return 400;
  webhook.onUpdate(update);
  return 200;
}

async function read(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBodyBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** In constant time, whatever the lengths. */
function isSame(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}

function end(response: ServerResponse, status: number): void {
  if (response.headersSent) return;
  response.writeHead(status, { 'content-type': 'text/plain', connection: 'close' });
  response.end(status === 200 ? 'ok\n' : '');
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
