import { describe, expect, it } from 'vitest';
import { refusal, result } from './client.js';
import type { Room } from './room.js';
import { scene } from './scene.js';

const at = scene();
const send = (params: Record<string, unknown>) =>
  refusal(at.telegram, 'sendMessage', { chat_id: at.chat.id, text: '年鉴', ...params });

describe('an edit', () => {
  const edit = (params: Record<string, unknown>) =>
    refusal(at.telegram, 'editMessageText', { chat_id: at.chat.id, text: '新', ...params });
  const keyboard = { inline_keyboard: [[{ text: '全文', callback_data: 'x' }]] };

  it('of a message that is gone or was never there is refused', async () => {
    expect(await edit({ message_id: 99_999 })).toBe('Bad Request: message to edit not found');
    await send({});
    const { id } = await at.chat.nextMessage();
    await result(at.telegram, 'deleteMessage', { chat_id: at.chat.id, message_id: id });
    expect(await edit({ message_id: id })).toBe('Bad Request: message to edit not found');
    expect(await edit({ message_id: id, inline_message_id: 'AAx' })).toBe(
      'Bad Request: MESSAGE_ID_INVALID',
    );
  });

  it("of somebody else's message is refused", async () => {
    const { message_id } = at.li.says('人口多少？', { in: at.chat });
    expect(await edit({ message_id })).toBe("Bad Request: message can't be edited");
  });

  it('that changes neither text, marks nor keyboard is refused', async () => {
    const reason =
      'Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message';
    await send({ text: '<b>新</b>', parse_mode: 'HTML', reply_markup: keyboard });
    const { id } = await at.chat.nextMessage();
    const same = { message_id: id, text: '<strong>新</strong>', parse_mode: 'HTML' };
    expect(await edit({ ...same, reply_markup: keyboard })).toBe(reason);
    expect(await edit(same)).toBe('ok');
    expect(await edit(same)).toBe(reason);
    expect(await edit({ message_id: id })).toBe('ok');
    const markup = (reply_markup: unknown) =>
      refusal(at.telegram, 'editMessageReplyMarkup', {
        chat_id: at.chat.id,
        message_id: id,
        reply_markup,
      });
    expect(await markup(undefined)).toBe(reason);
    expect(await markup(keyboard)).toBe('ok');
    expect(await markup(keyboard)).toBe(reason);
  });

  it('takes the keyboard away when it names none', async () => {
    await send({ reply_markup: keyboard });
    const answer = await at.chat.nextMessage();
    expect(answer.buttons).toHaveLength(1);
    await edit({ message_id: answer.id });
    expect((await answer.edited()).buttons).toEqual([]);
  });

  it('of a document as text is refused', async () => {
    const form = new FormData();
    form.set('chat_id', String(at.chat.id));
    form.set('document', new Blob(['一']), '卷.txt');
    await fetch(`${at.telegram.apiRoot}/bot${at.telegram.token}/sendDocument`, {
      method: 'POST',
      body: form,
    });
    const { id } = await at.chat.nextMessage();
    expect(await edit({ message_id: id })).toBe(
      'Bad Request: there is no text in the message to edit',
    );
  });
});

describe('deleting', () => {
  const remove = (room: Room, message_id: number) =>
    refusal(at.telegram, 'deleteMessage', { chat_id: room.id, message_id });

  it('a message twice is refused', async () => {
    await send({});
    const { id } = await at.chat.nextMessage();
    expect(await remove(at.chat, id)).toBe('ok');
    expect(await remove(at.chat, id)).toBe('Bad Request: message to delete not found');
  });

  it("others' messages in a group, or any after two days, is refused", async () => {
    const group = at.telegram.group({ title: '年鉴编辑部', members: [at.li] });
    expect(await remove(group, at.li.says('早', { in: group }).message_id)).toBe(
      "Bad Request: message can't be deleted",
    );
    await send({});
    const { id } = await at.chat.nextMessage();
    at.clock.advance(49 * 3600_000);
    expect(await remove(at.chat, id)).toBe("Bad Request: message can't be deleted");
  });
});
