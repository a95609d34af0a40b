import type { BotCommand } from '@grammyjs/types';
import { Fields } from '../fields.js';
import { limits } from '../limits.js';
import { badRequest } from '../refusal.js';
import type { World } from '../world.js';
import { json, method, text } from './method.js';

const where = { scope: json("can't parse BotCommandScope JSON object"), language_code: text };

export const setMyCommands = method(
  { ...where, commands: json("can't parse commands JSON object") },
  (params, { world }): true => {
    const key = keyOf(params.scope, params.language_code, world);
    const { commands } = params;
    if (commands !== undefined && !Array.isArray(commands)) {
      throw badRequest('expected an Array of BotCommand');
    }
    const list = (commands ?? []).map(command);
    if (list.length > limits.commands) throw badRequest('BOT_COMMANDS_TOO_MUCH');
    if (list.some(({ command: name }) => !/^[a-z0-9_]+$/.test(name))) {
      throw badRequest('BOT_COMMAND_INVALID');
    }
    world.profile.set(key, list);
    return true;
  },
);

export const deleteMyCommands = method(where, (params, { world }): true => {
  world.profile.delete(keyOf(params.scope, params.language_code, world));
  return true;
});

export const getMyCommands = method(
  where,
  (params, { world }): BotCommand[] =>
    (world.profile.get(keyOf(params.scope, params.language_code, world)) as
      | BotCommand[]
      | undefined) ?? [],
);

/** Throws unless it is empty or two small letters. */
export function checkLanguage(code: string): void {
  if (!/^([a-z]{2})?$/.test(code)) throw badRequest('invalid language code specified');
}

function command(value: unknown): BotCommand {
  const prefix = "can't parse BotCommand: ";
  const fields = Fields.of(value, `${prefix}expected an Object`, prefix);
  const name = fields.text('command', 'required').trim().replace(/^\//, '');
  const description = fields.text('description', 'required').trim();
  if (name === '') throw badRequest('command must be non-empty');
  if ([...name].length > limits.command) {
    throw badRequest(`command length must not exceed ${limits.command}`);
  }
  if (description === '') throw badRequest('command description must be non-empty');
  if ([...description].length > limits.commandDescription) {
    throw badRequest(`command description length must not exceed ${limits.commandDescription}`);
  }
  return { command: name, description };
}

const chatless = ['default', 'all_private_chats', 'all_group_chats', 'all_chat_administrators'];

function keyOf(scope: unknown, language: string, world: World): string {
  return `commands ${scopeKey(scope, world)} ${languageKey(language)}`;
}

function languageKey(code: string): string {
  checkLanguage(code);
  return code;
}

function scopeKey(scope: unknown, world: World): string {
  if (scope === undefined) return 'default';
  const prefix = "can't parse BotCommandScope: ";
  const fields = Fields.of(scope, `${prefix}BotCommandScope must be an Object`, prefix);
  const type = fields.text('type', 'required');
  if (chatless.includes(type)) return type;
  if (!['chat', 'chat_administrators', 'chat_member'].includes(type)) {
    throw fields.refusal('Unsupported type specified');
  }
  const chat = world.chatOf(fields.text('chat_id', 'required'));
  if (type === 'chat') return `chat ${chat.id}`;
  if (chat.isPrivate) throw badRequest("can't use specified scope in private chats");
  if (type === 'chat_administrators') return `chat_administrators ${chat.id}`;
  const user = fields.integer('user_id');
  if (user === undefined || user <= 0) throw fields.refusal('Invalid user_id specified');
  return `chat_member ${chat.id} ${user}`;
}
