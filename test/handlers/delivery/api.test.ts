import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { createCall } from '../../../handlers/delivery/api.js';
import { faultOf } from '../../../handlers/delivery/fault.js';

const token = '110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw1';
const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

async function callOn(answer: (request: IncomingMessage, response: ServerResponse) => void) {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const { call, close } = createCall(`http://127.0.0.1:${port}`, token);
  closing.push(
    close,
    () => server.close(),
    () => server.closeAllConnections(),
  );
  return { call, close: () => server.close() };
}
const says = (status: number, body: string) => (_: IncomingMessage, response: ServerResponse) => {
  response.writeHead(status).end(body);
};

it.each<[string, (request: IncomingMessage, response: ServerResponse) => void, object]>([
  ['a torn reply', says(200, '{"ok":true,"res'), { kind: 'torn' }],
  ['a reply that says nothing', says(200, '[]'), { kind: 'torn' }],
  ['a page in place of a reply', says(403, '<html>'), { kind: 'passing', inDoubt: false }],
  ['a gateway that gave up', says(504, '<html>'), { kind: 'passing', code: 504, inDoubt: true }],
  [
    'a 429',
    says(429, '{"ok":false,"error_code":429,"parameters":{"retry_after":7}}'),
    { kind: 'passing', retryAfterMs: 7000, inDoubt: false },
  ],
  [
    'a refusal',
    says(400, '{"ok":false,"error_code":400,"description":"Bad Request: x"}'),
    { kind: 'final', code: 400, reason: '400 Bad Request: x' },
  ],
  ['a dropped link', (request) => request.socket.destroy(), { kind: 'passing', inDoubt: true }],
  ['no reply in time', () => {}, { kind: 'passing', reason: 'TIMEOUT', inDoubt: true }],
])('%s is told apart, and the token is in no error', async (_, answer, fault) => {
  const { call } = await callOn(answer);
  const error = await call('sendMessage', {}, { timeoutMs: 300 }).catch((thrown: Error) => thrown);
  expect(faultOf(error)).toMatchObject(fault);
  const shown = `${error} ${(error as Error).stack} ${JSON.stringify(error)}`;
  expect(shown).not.toContain('AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw1');
});

it('a server that is not there cannot have carried anything out', async () => {
  const { call } = createCall('http://127.0.0.1:9', token);
  const error = await call('sendMessage', {}).catch((thrown) => thrown);
  expect(faultOf(error)).toMatchObject({ kind: 'passing', inDoubt: false });
});

it('connections are kept from call to call', async () => {
  const sockets = new Set<unknown>();
  const { call } = await callOn((request, response) => {
    sockets.add(request.socket);
    says(200, '{"ok":true,"result":1}')(request, response);
  });
  for (let i = 0; i < 5; i++) expect(await call('getMe', {})).toBe(1);
  expect(sockets.size).toBe(1);
});
