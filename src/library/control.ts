import { createHash } from 'node:crypto';
import { chmod, mkdir, rm } from 'node:fs/promises';
import { createConnection, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { NianjianError } from '../errors.js';

/** What a command asks of the running bot. */
export type ControlRequest = z.infer<typeof requestSchema>;

const requestSchema = z.object({
  command: z.literal('reload'),
  force: z.boolean(),
  language: z.enum(['zh', 'en']),
});

const replySchema = z.union([
  z.object({ progress: z.string() }),
  z.object({ done: z.boolean(), text: z.string() }),
]);

/** The bot's last word: `done` false where it refused or failed. */
export interface ControlReply {
  readonly done: boolean;
  readonly text: string;
}

/**
 * Listens on a socket that only the bot's own user may write to: a JSON line asks, JSON lines
 * answer. One that a killed bot left behind is taken over.
 *
 * @throws what listening fails with; one that is answered by another bot counts
 */
export async function listenForControl(
  dataDir: string,
  handle: (request: ControlRequest, onProgress: (text: string) => void) => Promise<ControlReply>,
): Promise<{ close(): Promise<void> }> {
  const path = socketPath(dataDir);
  await mkdir(dirname(path), { recursive: true });
  if (await isAnswered(path)) throw new Error(`another bot listens on ${path}`);
  await rm(path, { force: true });
  const server = createServer((socket) => {
    socket.on('error', () => {});
    const say = (line: unknown) =>
      void (socket.writable && socket.write(`${JSON.stringify(line)}\n`));
    readLine(socket)
      .then((line) =>
        handle(requestSchema.parse(JSON.parse(line)), (text) => say({ progress: text })),
      )
      .then(
        (reply) => say(reply),
        () => say({ done: false, text: '' }),
      )
      .finally(() => socket.end());
  });
  await new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.listen(path, done);
  });
  await chmod(path, 0o600);
  return {
    close: () => new Promise((done) => server.close(() => done())),
  };
}

/** @throws NianjianError `bot-not-running`, `bot-hung-up` */
export async function askRunningBot(
  dataDir: string,
  request: ControlRequest,
  onProgress: (text: string) => void,
): Promise<ControlReply> {
  const socket = await connect(socketPath(dataDir)).catch((cause) => {
    throw new NianjianError('bot-not-running', { dir: dataDir }, {}, { cause });
  });
  socket.write(`${JSON.stringify(request)}\n`);
  try {
    for await (const line of createInterface({ input: socket })) {
      const reply = replySchema.parse(JSON.parse(line));
      if ('done' in reply) return reply;
      onProgress(reply.progress);
    }
  } catch (cause) {
    throw new NianjianError('bot-hung-up', {}, {}, { cause });
  } finally {
    socket.destroy();
  }
  throw new NianjianError('bot-hung-up');
}

/** In `DATA_DIR`; where that is too deep for a socket's name, in the folder for temporary files. */
function socketPath(dataDir: string): string {
  const inside = join(resolve(dataDir), 'control.sock');
  if (Buffer.byteLength(inside) <= maxPathBytes) return inside;
  const name = createHash('sha256').update(inside).digest('hex').slice(0, 16);
  return join(tmpdir(), `nianjian-${name}.sock`);
}

/** What macOS takes; Linux takes 4 more. */
const maxPathBytes = 103;

/** Nobody asks at greater length. */
const maxLineBytes = 1000;

function readLine(socket: Socket): Promise<string> {
  return new Promise((done, fail) => {
    let text = '';
    socket.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      const end = text.indexOf('\n');
      if (end >= 0) done(text.slice(0, end));
      else if (text.length > maxLineBytes) fail(new Error('too long'));
    });
    socket.once('close', () => fail(new Error('closed')));
  });
}

function connect(path: string): Promise<Socket> {
  return new Promise((done, fail) => {
    const socket = createConnection(path, () => done(socket));
    socket.once('error', fail);
  });
}

async function isAnswered(path: string): Promise<boolean> {
  return connect(path).then(
    (socket) => {
      socket.destroy();
      return true;
    },
    () => false,
  );
}
