/**
 * The whole path from update to sent answer, beside a bare telegraf echo in the same run: of a few
 * questions that all ask, whose answers are at hand, and of others that are each asked once. And
 * what other chats feel of one that is held up for five seconds.
 *
 *   npm run build && node test/bench/telegram.mjs [questions]
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const count = Number(process.argv[2] ?? 1000);
const token = '110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw1';
const root = resolve(import.meta.dirname, '../..');
const questions = [
  '宁夏2025年粮食产量是多少？',
  '广东2024年地区生产总值是多少？',
  '宁夏固定资产投资增长多少',
  '广东的海洋经济怎么样',
  '宁夏的枸杞产业',
];

/** Each another: the project's own on the bundled volumes. */
const different = ['training', 'unseen', 'bundled']
  .flatMap((set) => readFileSync(join(root, `test/questions/${set}.jsonl`), 'utf8').split('\n'))
  .filter((line) => line.includes('"corpus":"bundled"'))
  .map((line) => JSON.parse(line).question);

/** The least a Bot API server can be: no checks, no limits, so that the bot is what is measured. */
function startApi() {
  const state = { queue: [], next: 1, wake: () => {}, onSent: () => {}, holdMs: () => 0 };
  const me = { id: 110201543, is_bot: true, first_name: 'b', username: 'bench_bot' };
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const params = body === '' ? {} : JSON.parse(body);
    const method = request.url.split('/').at(-1);
    let result = true;
    if (method === 'getMe') result = me;
    if (method === 'sendMessage') {
      const holdMs = state.holdMs(params.chat_id);
      if (holdMs > 0) await new Promise((done) => setTimeout(done, holdMs));
      result = { message_id: 1, date: 1, chat: { id: params.chat_id, type: 'private' } };
      state.onSent(params.chat_id);
    }
    if (method === 'getUpdates') {
      state.queue = state.queue.filter(({ update_id: id }) => id >= (params.offset ?? 0));
      if (state.queue.length === 0 && params.timeout > 0) {
        await new Promise((done) => {
          state.wake = done;
        });
      }
      result = state.queue.slice(0, 100);
    }
    response.end(JSON.stringify({ ok: true, result }));
  });
  const ask = (chatId, text) => {
    const chat = { id: chatId, type: 'private', first_name: 'x' };
    const from = { id: chatId, is_bot: false, first_name: 'x' };
    const id = state.next++;
    const message = { message_id: id, date: 1, chat, from, text };
    state.queue.push({ update_id: id, message });
    state.wake();
  };
  return new Promise((done) => {
    server.listen(0, '127.0.0.1', () =>
      done({ state, ask, server, apiRoot: `http://127.0.0.1:${server.address().port}` }),
    );
  });
}

/** On the first core alone; this process keeps to the others where there are any. */
function start(args, apiRoot, folder) {
  const env = { ...process.env, BOT_TOKEN: token, TELEGRAM_API_ROOT: apiRoot };
  return spawn('taskset', ['-c', '0', process.execPath, ...args], {
    cwd: folder,
    env: { ...env, DATA_DIR: join(folder, 'data'), SEND_RATE: '100000', LOG_LEVEL: 'error' },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}

const echo = `
import { Telegraf } from ${JSON.stringify(join(root, 'node_modules/telegraf/lib/index.js'))};
const bot = new Telegraf(process.env.BOT_TOKEN, { telegram: { apiRoot: process.env.TELEGRAM_API_ROOT } });
bot.on('text', (ctx) => ctx.reply(ctx.message.text));
void bot.launch();
`;

/** Questions a second, from the first asked to the last answered, over 100 chats. */
async function throughput(api, asked) {
  let left = asked.length;
  const began = performance.now();
  await new Promise((done) => {
    api.state.onSent = () => --left === 0 && done();
    for (const [i, question] of asked.entries()) api.ask(1000 + (i % 100), question);
  });
  return asked.length / ((performance.now() - began) / 1000);
}

/** Ms from question to answer, of 50 chats in 10 rounds, while chat 1 waits for its own answer. */
async function beside(api, holdMs) {
  api.state.holdMs = (chat) => (chat === 1 ? holdMs : 0);
  const took = [];
  let began = 0;
  let left = 0;
  let roundDone = () => {};
  const oneDone = new Promise((done) => {
    api.state.onSent = (chat) => {
      if (chat === 1) return done();
      took.push(performance.now() - began);
      if (--left === 0) roundDone();
    };
  });
  api.ask(1, questions[0]);
  for (let round = 0; round < 10; round++) {
    began = performance.now();
    left = 50;
    await new Promise((done) => {
      roundDone = done;
      for (let i = 0; i < 50; i++) api.ask(2000 + i, questions[i % questions.length]);
    });
  }
  const held = await Promise.race([oneDone.then(() => false), Promise.resolve(true)]);
  if (holdMs > 0 && !held) throw new Error('The rounds outlasted the hold: nothing was measured');
  await oneDone;
  took.sort((a, b) => a - b);
  const at = (share) => took[Math.ceil(took.length * share) - 1];
  return { p50: at(0.5), p99: at(0.99) };
}

/** The same load with chat 1 held up and not, by turns and each first in turn; medians of all. */
async function heldUp(api, repetitions = 8) {
  const runs = { free: [], held: [] };
  for (let i = 0; i < repetitions; i++) {
    for (const kind of i % 2 === 0 ? ['free', 'held'] : ['held', 'free']) {
      runs[kind].push(await beside(api, kind === 'held' ? 5000 : 0));
    }
  }
  for (const [kind, name] of [
    ['free', 'nobody is held up'],
    ['held', 'one is held up for 5 s'],
  ]) {
    const spread = (key) => {
      const all = runs[kind].map((run) => run[key]).sort((a, b) => a - b);
      const median = (all[(all.length - 1) >> 1] + all[all.length >> 1]) / 2;
      return `${key} ${Math.round(median)} ms (${Math.round(all[0])}-${Math.round(all.at(-1))})`;
    };
    process.stdout.write(`50 chats while ${name}: ${spread('p50')}, ${spread('p99')}\n`);
  }
}

async function measure(name, args, more) {
  const folder = mkdtempSync(join(tmpdir(), 'nianjian-bench-'));
  const api = await startApi();
  const child = start(args, api.apiRoot, folder);
  const ended = new Promise((done) => child.on('close', done));
  await new Promise((done) => {
    api.state.onSent = done;
    api.ask(1, questions[0]);
  });
  const few = Array.from({ length: count }, (_, i) => questions[i % questions.length]);
  await throughput(api, few);
  for (const [kind, asked] of [
    ['a few', few],
    ['different', different],
  ]) {
    const rate = Math.round(await throughput(api, asked));
    process.stdout.write(`${name}: ${rate} questions/s, ${asked.length} of ${kind}\n`);
  }
  await more?.(api);
  child.kill('SIGTERM');
  await ended;
  api.server.close();
  api.server.closeAllConnections();
  rmSync(folder, { recursive: true, force: true });
}

await measure('telegraf echo', ['--input-type=module', '-e', echo]);
await measure('nianjian', [join(root, 'dist/src/main.js')], heldUp);
