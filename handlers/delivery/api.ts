import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { CallError, type Refusal, refusal } from './fault.js';

/**
 * The Bot API as this folder sees it.
 *
 * @throws CallError
 */
export type Call = (
  method: string,
  payload: Readonly<Record<string, unknown>>,
  options?: { readonly signal?: AbortSignal; readonly timeoutMs?: number },
) => Promise<unknown>;

export interface Api {
  readonly call: Call;
  /** Ms since the epoch by the server's clock, whatever the machine's says; null before a reply. */
  now(): number | null;
  close(): void;
}

/** Telegram's longest answer is a batch of a hundred updates. */
const maxReplyBytes = 64 << 20;

/**
 * Calls over connections that are kept. telegraf's own client has the token in its errors, and
 * cannot tell a torn acknowledgement from a gateway's page.
 */
export function createCall(root: string, token: string): Api {
  const base = new URL(root);
  const path = `${base.pathname.replace(/\/$/, '')}/bot${token}/`;
  const secure = base.protocol === 'https:';
  const agent = secure ? new HttpsAgent({ keepAlive: true }) : new HttpAgent({ keepAlive: true });
  const request = secure ? httpsRequest : httpRequest;
  // An IPv6 address stands in brackets in a URL alone.
  const target = { hostname: base.hostname.replace(/^\[|\]$/g, ''), port: base.port, agent };

  /** The server's time when this process began. */
  let origin: number | null = null;

  const call: Call = (method, payload, { signal, timeoutMs = 60_000 } = {}) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(linkError('ABORTED', false));
      const body = JSON.stringify(payload);
      // Before a connection stands, nothing can have been carried out.
      let connected = false;
      let endedBy: string | undefined;
      const outgoing = request(
        {
          ...target,
          method: 'POST',
          path: path + method,
          headers: {
            'content-type': 'application/json',
            'content-length': Buffer.byteLength(body),
          },
        },
        (reply) => {
          const told = Date.parse(reply.headers.date ?? '');
          if (!Number.isNaN(told)) origin = told - performance.now();
          read(reply).then(
            (text) => {
              release();
              settle(reply.statusCode ?? 0, text);
            },
            (error) => fail(error),
          );
        },
      );
      const end = (why: string) => {
        endedBy = why;
        outgoing.destroy();
      };
      const timer = setTimeout(end, timeoutMs, 'TIMEOUT');
      // Node's own option for it costs several times as much.
      const abort = () => end('ABORTED');
      signal?.addEventListener('abort', abort);
      outgoing.on('socket', (socket) => {
        connected = !socket.connecting;
        if (!connected) {
          socket.once('connect', () => {
            connected = true;
          });
        }
      });
      outgoing.on('error', fail);
      outgoing.end(body);

      function release(): void {
        clearTimeout(timer);
        signal?.removeEventListener('abort', abort);
      }

      function fail(error: unknown): void {
        release();
        const { code, name } = error as { readonly code?: unknown; readonly name?: string };
        reject(linkError(endedBy ?? String(code ?? name ?? 'link'), connected));
      }

      function settle(status: number, text: string): void {
        try {
          resolve(resultOf(status, text));
        } catch (error) {
          reject(error);
        }
      }
    });
  const now = () => (origin === null ? null : origin + performance.now());
  return { call, now, close: () => agent.destroy() };
}

function resultOf(status: number, text: string): unknown {
  const reply = parse(text);
  if (reply?.ok === true) return reply.result;
  if (reply?.ok === false) throw new CallError(refusal(reply.error_code ?? status, reply));
  if (status >= 500) throw new CallError(refusal(status, {}));
  if (status >= 200 && status < 300) {
    throw new CallError({ kind: 'torn', code: undefined, reason: 'torn reply', inDoubt: false });
  }
  // Not Telegram's own words: something on the way answered in its place.
  const reason = `${status} without JSON`;
  throw new CallError({ kind: 'passing', code: undefined, reason, inDoubt: false });
}

type Reply = Refusal & {
  readonly ok?: unknown;
  readonly result?: unknown;
  readonly error_code?: number;
};

function parse(text: string): Reply | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' ? value : null;
  } catch {
    return null;
  }
}

async function read(reply: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of reply as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxReplyBytes) throw new Error('reply too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function linkError(code: string, inDoubt: boolean): CallError {
  return new CallError({ kind: 'passing', code: undefined, reason: code, inDoubt });
}
