import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Exchange } from './exchange.js';
import type { Files } from './files.js';
import { notFound, Refusal, unauthorized } from './refusal.js';
import { readPayload } from './request.js';

export interface HttpOptions {
  readonly token: () => string;
  readonly files: Files;
  readonly exchange: Exchange;
}

export interface RunningServer {
  /** `http://127.0.0.1:port` */
  readonly root: string;
  /** Cuts every connection there is; new ones may come. */
  cut(): void;
  close(): Promise<void>;
}

/** Listens on loopback: `/bot<token>/<method>` and `/file/bot<token>/<path>`. */
export async function listen(options: HttpOptions): Promise<RunningServer> {
  const server = createServer((request, response) => {
    serve(request, response, options).catch((error: unknown) => {
      // A connection that the bot has closed is nobody's fault; anything else is the server's own.
      if (response.destroyed || request.destroyed) return;
      send(
        response,
        500,
        JSON.stringify({ ok: false, error_code: 500, description: `Test server: ${error}` }),
      );
    });
  });
  server.keepAliveTimeout = 30_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    root: `http://127.0.0.1:${port}`,
    cut: () => server.closeAllConnections(),
    close: () => close(server),
  };
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  { token, files, exchange }: HttpOptions,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const [, isFile, given, rest = ''] =
    /^\/(file\/)?bot([^/]+)\/(.*)$/.exec(decodeURIComponent(url.pathname)) ?? [];
  try {
    if (given === undefined || !/^\d+:[\w-]+$/.test(given)) throw notFound();
    if (given !== token()) throw unauthorized();
    if (isFile !== undefined) {
      const file = files.at(rest);
      if (file === undefined) throw notFound();
      send(response, 200, file.content, 'application/octet-stream');
      return;
    }
    const payload = await readPayload(request, url);
    const gone = new AbortController();
    response.on('close', () => gone.abort());
    const answer = await exchange.answer(rest, payload, gone.signal);
    if (answer === 'cut') {
      request.socket.destroy();
      return;
    }
    send(response, answer.status, answer.body, answer.type);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    send(response, error.code, JSON.stringify(error.body));
  }
}

function send(
  response: ServerResponse,
  status: number,
  body: string | Buffer,
  type = 'application/json',
): void {
  if (response.destroyed) return;
  response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(body) });
  response.end(body);
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
