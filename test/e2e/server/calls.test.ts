import { describe, expect, it } from 'vitest';
import { call, poll, refusal, result } from './client.js';
import { scene } from './scene.js';

const at = scene();
const send = (params: Record<string, unknown>) =>
  refusal(at.telegram, 'sendMessage', { chat_id: at.chat.id, text: '年鉴', ...params });

describe('the address of a call', () => {
  const get = async (path: string) => {
    const response = await fetch(`${at.telegram.apiRoot}${path}`);
    return [response.status, ((await response.json()) as { description: string }).description];
  };

  it('with another token is refused', async () => {
    expect(await get('/bot1:abc/getMe')).toEqual([401, 'Unauthorized']);
    expect(await get('/file/bot1:abc/x')).toEqual([401, 'Unauthorized']);
  });

  it('without a token, or with an unknown method or file, is not found', async () => {
    const { token } = at.telegram;
    for (const path of ['/', '/botx/getMe', `/bot${token}/sendHugs`, `/file/bot${token}/x`]) {
      expect(await get(path), path).toEqual([404, 'Not Found']);
    }
  });

  it('may be written in any letter case', async () => {
    expect(await call(at.telegram, 'GETME')).toMatchObject({ ok: true });
  });

  it('with a revoked token is refused until it is good again', async () => {
    at.telegram.revokeToken();
    expect(await refusal(at.telegram, 'getMe')).toBe('Unauthorized');
    at.telegram.restoreToken();
    expect(await refusal(at.telegram, 'getMe')).toBe('ok');
  });
});

describe('parameters', () => {
  const url = () => `${at.telegram.apiRoot}/bot${at.telegram.token}/sendMessage`;
  const sent = async (response: Response) =>
    ((await response.json()) as { result: { text: string } }).result.text;

  it('come in JSON, in a form, in parts or in the address', async () => {
    const fields = { chat_id: String(at.chat.id), text: '年鉴' };
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    const query = new URLSearchParams(fields);
    expect(await sent(await fetch(url(), { method: 'POST', body: query }))).toBe('年鉴');
    expect(await sent(await fetch(url(), { method: 'POST', body: form }))).toBe('年鉴');
    expect(await sent(await fetch(`${url()}?${query}`))).toBe('年鉴');
  });

  it('that are not JSON are refused', async () => {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(url(), { method: 'POST', headers, body: '{"text": ' });
    expect(await response.json()).toMatchObject({
      error_code: 400,
      description: "Bad Request: can't parse request parameters as JSON object",
    });
  });

  it('that a method does not know are ignored, and named in the journal', async () => {
    expect(await send({ reply_to: 7 })).toBe('ok');
    expect(at.telegram.calls.of('sendMessage')[0]?.unknown).toEqual(['reply_to']);
  });
});

describe('other calls', () => {
  it('an unknown action, reaction or member is refused', async () => {
    const asked = at.li.says('人口多少？', { in: at.chat });
    const react = (message_id: number, emoji: string) =>
      refusal(at.telegram, 'setMessageReaction', {
        chat_id: at.chat.id,
        message_id,
        reaction: [{ type: 'emoji', emoji }],
      });
    expect(
      await refusal(at.telegram, 'sendChatAction', { chat_id: at.chat.id, action: 'thinking' }),
    ).toBe('Bad Request: wrong parameter action in request');
    expect(
      await refusal(at.telegram, 'sendChatAction', { chat_id: at.chat.id, action: 'typing' }),
    ).toBe('ok');
    expect(await react(asked.message_id, '👍')).toBe('ok');
    expect(await react(asked.message_id, '🍜')).toBe('Bad Request: REACTION_INVALID');
    expect(await react(1, '👍')).toBe('Bad Request: message to react not found');
    expect(await refusal(at.telegram, 'getChatMember', { chat_id: at.chat.id, user_id: 9 })).toBe(
      'Bad Request: user not found',
    );
    expect(await refusal(at.telegram, 'leaveChat', { chat_id: at.chat.id })).toBe(
      "Bad Request: chat member status can't be changed in private chats",
    );
  });

  it('after leaving a group nothing can be sent there', async () => {
    const group = at.telegram.group({ title: '年鉴编辑部' });
    await result(at.telegram, 'leaveChat', { chat_id: group.id });
    expect(await refusal(at.telegram, 'sendMessage', { chat_id: group.id, text: '好' })).toBe(
      'Forbidden: bot is not a member of the supergroup chat',
    );
  });

  it('a file unnamed, unknown or over 20 MB is refused', async () => {
    const file = (file_id: string) => refusal(at.telegram, 'getFile', { file_id });
    const huge = at.li.sendsDocument(
      { name: '卷.txt', content: '一', size: 21 << 20 },
      { in: at.chat },
    );
    expect(await file('')).toBe('Bad Request: file_id not specified');
    expect(await file('x')).toBe('Bad Request: invalid file_id');
    expect(await file(huge.id)).toBe('Bad Request: file is too big');
  });

  it('a document that is missing, empty or captioned too long is refused', async () => {
    const document = async (fields: Record<string, string | Blob>) => {
      const form = new FormData();
      form.set('chat_id', String(at.chat.id));
      for (const [name, value] of Object.entries(fields)) form.set(name, value);
      const response = await fetch(`${at.telegram.apiRoot}/bot${at.telegram.token}/sendDocument`, {
        method: 'POST',
        body: form,
      });
      return ((await response.json()) as { description?: string }).description;
    };
    expect(await document({})).toBe('Bad Request: there is no document in the request');
    expect(await document({ document: new Blob([]) })).toBe('Bad Request: file must be non-empty');
    expect(await document({ document: new Blob(['一']), caption: '年'.repeat(1025) })).toBe(
      'Bad Request: message caption is too long',
    );
    expect(
      await document({ document: new Blob(['一']), caption: '年'.repeat(1024) }),
    ).toBeUndefined();
  });

  it('what this server does not imitate is said so, never taken for granted', async () => {
    expect(await send({ text: '*年鉴*', parse_mode: 'MarkdownV2' })).toMatch(
      'does not imitate Markdown',
    );
    expect(await poll(at.telegram)).toEqual([]);
  });
});
