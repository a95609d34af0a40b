import { Registry } from 'prom-client';
import { afterEach, expect, it } from 'vitest';
import { serveHttp } from '../../../handlers/delivery/webhook.js';

let http: Awaited<ReturnType<typeof serveHttp>>;
afterEach(() => http.close());

const taken: unknown[] = [];
async function serve(hasRoom = true) {
  taken.length = 0;
  const webhook = {
    path: '/hook',
    secret: 'right',
    hasRoom: () => hasRoom,
    onUpdate: async (update: unknown) => void taken.push(update),
  };
  const metrics = new Registry();
  http = await serveHttp({ host: '127.0.0.1', port: 0, webhook, healthy: () => false, metrics });
  return `http://127.0.0.1:${http.port}`;
}
const post = (url: string, body: string, secret = 'right') =>
  fetch(url, {
    method: 'POST',
    body,
    headers: { 'x-telegram-bot-api-secret-token': secret },
  }).then(({ status }) => status);

it.each([
  ['a whole update', '{"update_id":7}', 'right', 200],
  ['the wrong secret', '{"update_id":7}', 'wrong', 401],
  ['a secret that only begins right', '{"update_id":7}', 'righ', 401],
  ['no JSON', '{', 'right', 400],
  ['no update', '[]', 'right', 400],
  ['an id that is no number', '{"update_id":"7"}', 'right', 400],
  ['more than a megabyte', `{"update_id":7,"x":"${'x'.repeat(1 << 20)}"}`, 'right', 413],
])('the webhook answers %s with %s', async (_, body, secret, status) => {
  const base = await serve();
  expect(await post(`${base}/hook`, body, secret)).toBe(status);
  expect(taken).toHaveLength(status === 200 ? 1 : 0);
});

it('an update for which there is no room is left with Telegram', async () => {
  const base = await serve(false);
  expect(await post(`${base}/hook`, '{"update_id":7}')).toBe(503);
  expect(taken).toEqual([]);
});

it.each([
  ['/healthz', 503],
  ['/metrics', 200],
  ['/', 404],
  ['/hook', 405],
])('GET %s gives %i', async (path, status) => {
  const base = await serve();
  expect((await fetch(base + path)).status).toBe(status);
});
