import { describe, expect, it } from 'vitest';
import { call } from './client.js';
import type { Room } from './room.js';
import { scene } from './scene.js';

const at = scene();

describe('a chat that does not want the bot', () => {
  const to = (room: Room, more = {}) =>
    call(at.telegram, 'sendMessage', { chat_id: room.id, text: '年鉴', ...more });

  it.each([
    [
      'whose user blocked it',
      403,
      'Forbidden: bot was blocked by the user',
      () => at.li.blocksBot(),
    ],
    ['whose user is gone', 403, 'Forbidden: user is deactivated', () => at.li.vanishes()],
  ] as const)('%s refuses', async (_, code, description, happens) => {
    happens();
    expect(await to(at.chat)).toEqual({ ok: false, error_code: code, description });
  });

  it.each([
    ['group', 'kicked', 'Forbidden: bot was kicked from the group chat'],
    ['supergroup', 'kicked', 'Forbidden: bot was kicked from the supergroup chat'],
    ['supergroup', 'left', 'Forbidden: bot is not a member of the supergroup chat'],
  ] as const)('a %s that it was %s from refuses', async (type, status, description) => {
    const group = at.telegram.group({ title: '年鉴编辑部', type });
    group.setsBot(status, at.li);
    expect(await to(group)).toEqual({ ok: false, error_code: 403, description });
  });

  it('a group that became a supergroup names its new id', async () => {
    const group = at.telegram.group({ title: '年鉴编辑部', type: 'group' });
    const next = group.migrates(at.li);
    expect(await to(group)).toEqual({
      ok: false,
      error_code: 400,
      description: 'Bad Request: group chat was upgraded to a supergroup chat',
      parameters: { migrate_to_chat_id: next.id },
    });
    expect(await to(next)).toMatchObject({ ok: true });
  });

  it('a deleted group, a muted one and a stranger met in a group refuse', async () => {
    const group = at.telegram.group({ title: '年鉴编辑部', type: 'group', members: [at.li] });
    const wang = at.telegram.user({ name: '王' });
    group.admits(wang);
    const stranger = await call(at.telegram, 'sendMessage', { chat_id: wang.id, text: '好' });
    expect(stranger).toMatchObject({
      description: "Forbidden: bot can't initiate conversation with a user",
    });
    group.state.muted = true;
    expect(await to(group)).toMatchObject({
      description: 'Bad Request: not enough rights to send text messages to the chat',
    });
    group.state.deleted = true;
    expect(await to(group)).toMatchObject({ description: 'Forbidden: the group chat was deleted' });
  });

  it('a closed topic, the general one by number and an unknown one refuse', async () => {
    const forum = at.telegram.group({ title: '年鉴论坛', forum: true });
    const topic = forum.topic('人口');
    const inTopic = async (message_thread_id: number) => {
      const answer = await to(forum, { message_thread_id });
      return answer.ok ? 'ok' : answer.description;
    };
    expect(await inTopic(topic.id)).toBe('ok');
    topic.closed = true;
    expect(await inTopic(topic.id)).toBe('Bad Request: TOPIC_CLOSED');
    for (const id of [1, topic.id + 1]) {
      expect(await inTopic(id)).toBe('Bad Request: message thread not found');
    }
  });
});
