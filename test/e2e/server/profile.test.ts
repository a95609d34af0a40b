import { describe, expect, it } from 'vitest';
import { refusal, result } from './client.js';
import { scene } from './scene.js';

const at = scene();

describe('commands', () => {
  const set = (command: string, description: string, more = {}) =>
    refusal(at.telegram, 'setMyCommands', { commands: [{ command, description }], ...more });

  it.each([
    ['in capitals', 'ASK', '提问', 'BOT_COMMAND_INVALID'],
    ['in Chinese', '问', '提问', 'BOT_COMMAND_INVALID'],
    ['of 33 letters', 'x'.repeat(33), '提问', 'command length must not exceed 32'],
    ['of none', '', '提问', 'command must be non-empty'],
    ['undescribed', 'ask', '', 'command description must be non-empty'],
    [
      'described in 257 characters',
      'ask',
      '年'.repeat(257),
      'command description length must not exceed 256',
    ],
  ])('%s are refused', async (_, command, description, reason) => {
    expect(await set(command, description)).toBe(`Bad Request: ${reason}`);
  });

  it.each([
    ['a language of three letters', { language_code: 'zho' }, 'invalid language code specified'],
    [
      'an unknown scope',
      { scope: { type: 'moon' } },
      "can't parse BotCommandScope: Unsupported type specified",
    ],
    ['the scope of an unknown chat', { scope: { type: 'chat', chat_id: 5 } }, 'chat not found'],
    [
      'the administrators of a private chat',
      { scope: { type: 'chat_administrators', chat_id: 5_000_001 } },
      "can't use specified scope in private chats",
    ],
  ])('for %s are refused', async (_, more, reason) => {
    expect(await set('ask', '提问', more)).toBe(`Bad Request: ${reason}`);
  });

  it('over 100 are refused', async () => {
    const commands = Array.from({ length: 101 }, (_, i) => ({
      command: `c${i}`,
      description: '一',
    }));
    expect(await refusal(at.telegram, 'setMyCommands', { commands })).toBe(
      'Bad Request: BOT_COMMANDS_TOO_MUCH',
    );
  });

  it('are kept by scope and language', async () => {
    const scope = { type: 'all_private_chats' };
    const get = (more = {}) => result(at.telegram, 'getMyCommands', more);
    await set('ask', '提问', { scope, language_code: 'zh' });
    await set('help', 'Help');
    expect(await get({ scope, language_code: 'zh' })).toEqual([
      { command: 'ask', description: '提问' },
    ]);
    expect(await get()).toEqual([{ command: 'help', description: 'Help' }]);
    expect(await get({ scope })).toEqual([]);
    await result(at.telegram, 'deleteMyCommands', { scope, language_code: 'zh' });
    expect(await get({ scope, language_code: 'zh' })).toEqual([]);
  });
});

describe('what the bot says of itself', () => {
  it.each([
    ['setMyDescription', { description: '年'.repeat(513) }],
    ['setMyShortDescription', { short_description: '年'.repeat(121) }],
    ['setChatMenuButton', { menu_button: { type: 'sandwich' } }],
    ['setChatMenuButton', { menu_button: 'commands' }],
    ['setMyDescription', { language_code: 'ZH' }],
  ])('is refused by %s with %j', async (method, params) => {
    expect(await refusal(at.telegram, method, params)).toMatch(/^Bad Request: /);
  });

  it('is kept', async () => {
    await result(at.telegram, 'setMyDescription', { description: '年'.repeat(512) });
    await result(at.telegram, 'setMyShortDescription', {
      short_description: '年鉴问答',
      language_code: 'zh',
    });
    await result(at.telegram, 'setChatMenuButton', { menu_button: { type: 'commands' } });
    expect(await result(at.telegram, 'getMyDescription')).toEqual({
      description: '年'.repeat(512),
    });
    expect(await result(at.telegram, 'getMyShortDescription', { language_code: 'zh' })).toEqual({
      short_description: '年鉴问答',
    });
    expect(await result(at.telegram, 'getChatMenuButton')).toEqual({ type: 'commands' });
  });
});
