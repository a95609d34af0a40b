import { createHash, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Registry } from 'prom-client';
import type { Identified } from './journal.js';
import { isIdentified } from './polling.js';

export interface HttpOptions {
  readonly host: string;
  readonly port: number;
  /** Null while polling: then only `/healthz` and `/metrics` are served. */
  readonly webhook: null | {
    readonly path: string;
    readonly secret: string;
    /** False while no more should come. */
    readonly hasRoom: () => boolean;
    /** Resolves when the update is safe, and may be confirmed. */
    readonly onUpdate: (update: Identified) => Promise<void>;
  };
  readonly healthy: () => boolean;
  readonly metrics: Registry;
}

/** Telegram's own updates stay far below. */
const maxBodyBytes = 1 << 20;
/** Telegram sends again what is not confirmed; better soon than after its own minute. */
const safeWithinMs = 10_000;

/**
 * Serves the webhook, `/healthz` and `/metrics`. An update is confirmed as soon as it is safe.
 *
 * @throws what listening fails with
 */
export async function serveHttp(
  options: HttpOptions,
): Promise<{ readonly port: number; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    handle(request, response, options)
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

async function handle(
  request: IncomingMessage,
  response: ServerResponse,
  options: HttpOptions,
): Promise<number> {
  const path = new URL(request.url ?? '/', 'http://localhost').pathname;
  const { webhook } = options;
  if (webhook !== null && path === webhook.path) return receive(request, webhook);
  if (request.method !== 'GET' && request.method !== 'HEAD') return 404;
  if (path === '/healthz') return options.healthy() ? 200 : 503;
  if (path !== '/metrics') return 404;
  const text = await options.metrics.metrics();
  response.writeHead(200, { 'content-type': options.metrics.contentType });
  response.end(request.method === 'HEAD' ? '' : text);
  return 200;
}

async function receive(
  request: IncomingMessage,
  webhook: NonNullable<HttpOptions['webhook']>,
): Promise<number> {
  if (request.method !== 'POST') return 405;
  const given = request.headers['x-telegram-bot-api-secret-token'];
  if (typeof given !== 'string' || !isSame(given, webhook.secret)) return 401;
  const body = await read(request);
  if (body === null) return 413;
  const update: unknown = JSON.parse(body);
  if (!isIdentified(update)) return 400;
  if (!webhook.hasRoom()) return 503;
  const safe = webhook.onUpdate(update).then(() => 200);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<number>((resolve) => {
    timer = setTimeout(() => resolve(503), safeWithinMs);
  });
  return Promise.race([safe, late]).finally(() => clearTimeout(timer));
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
  // What is left of a body that is too large is not worth reading.
  const more = status === 413 ? { connection: 'close' } : {};
  response.writeHead(status, { 'content-type': 'text/plain', ...more });
  response.end(status === 200 ? 'ok\n' : '');
}

/** What is being received may still be confirmed. */
function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), 1000);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
}
