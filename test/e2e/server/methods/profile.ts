import type { MenuButton, UserFromGetMe } from '@grammyjs/types';
import { Fields } from '../fields.js';
import { limits } from '../limits.js';
import { badRequest } from '../refusal.js';
import { checkLanguage } from './commands.js';
import { json, method, text } from './method.js';

export const getMe = method({}, (_, { world }): UserFromGetMe => world.bot);

const described = { language_code: text };

export const setMyDescription = method(
  { ...described, description: text },
  (params, { world }): true => {
    checkLanguage(params.language_code);
    if ([...params.description].length > limits.description) {
      throw badRequest('DESCRIPTION_TOO_LONG');
    }
    world.profile.set(`description ${params.language_code}`, params.description);
    return true;
  },
);

export const getMyDescription = method(described, (params, { world }) => ({
  description: String(world.profile.get(`description ${params.language_code}`) ?? ''),
}));

export const setMyShortDescription = method(
  { ...described, short_description: text },
  (params, { world }): true => {
    checkLanguage(params.language_code);
    if ([...params.short_description].length > limits.shortDescription) {
      throw badRequest('ABOUT_TOO_LONG');
    }
    world.profile.set(`short description ${params.language_code}`, params.short_description);
    return true;
  },
);

export const getMyShortDescription = method(described, (params, { world }) => ({
  short_description: String(world.profile.get(`short description ${params.language_code}`) ?? ''),
}));

export const setChatMenuButton = method(
  { chat_id: text, menu_button: json("can't parse menu button JSON object") },
  (params, { world }): true => {
    const key = menuKey(params.chat_id);
    if (params.chat_id !== '') world.chatOf(params.chat_id);
    if (params.menu_button === undefined) {
      world.profile.delete(key);
      return true;
    }
    const fields = Fields.of(params.menu_button, 'object expected as menu button');
    const type = fields.text('type', 'required');
    if (!['default', 'commands', 'web_app'].includes(type)) {
      throw badRequest('menu button has unsupported type');
    }
    world.profile.set(key, params.menu_button);
    return true;
  },
);

export const getChatMenuButton = method(
  { chat_id: text },
  (params, { world }) =>
    (world.profile.get(menuKey(params.chat_id)) ?? { type: 'default' }) as MenuButton,
);

function menuKey(chatId: string): string {
  return `menu ${chatId || 'all'}`;
}
