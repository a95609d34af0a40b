import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The least a Bot API server can be, without checks or memory, so that the bot is what is measured. */
export interface LightApi {
  readonly apiRoot: string;
  readonly token: string;
  /** Queues an update; gives its id. */
  push(body: Readonly<Record<string, unknown>>): number;
  /** Not confirmed yet. */
  readonly waiting: number;
  /** Messages sent so far, by the chat's id. */
  readonly sent: ReadonlyMap<number, number>;
  close(): void;
}

export async function startLightApi(): Promise<LightApi> {
  const token = '110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw1';
  const me = { id: 110201543, is_bot: true, first_name: 'b', username: 'nianjian_test_bot' };
  let queue: Record<string, unknown>[] = [];
  let nextId = 1;
  let wake = () => {};
  const sent = new Map<number, number>();
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += chunk;
    const params = text === '' ? {} : JSON.parse(text);
    const method = request.url?.split('/').at(-1);
    let result: unknown = true;
    if (method === 'getMe') result = me;
    if (method === 'sendMessage') {
      const chat = Number(params.chat_id);
      sent.set(chat, (sent.get(chat) ?? 0) + 1);
      result = { message_id: 1, date: 1, chat: { id: chat } };
    }
    if (method === 'getUpdates') {
      queue = queue.filter(({ update_id: id }) => Number(id) >= (params.offset ?? 0));
      if (queue.length === 0 && params.timeout > 0) {
        await new Promise<void>((resolve) => {
          wake = resolve;
          request.socket.once('close', resolve);
        });
      }
      result = queue.slice(0, 100);
    }
    response.end(JSON.stringify({ ok: true, result }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    apiRoot: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    token,
    sent,
    push(body) {
      queue.push({ update_id: nextId, ...body });
      wake();
      return nextId++;
    },
    get waiting() {
      return queue.length;
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
