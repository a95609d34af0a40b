import type { ApiMethods } from '@grammyjs/types';
import type { MethodName } from '../journal.js';
import type { Receiving } from '../receiving.js';
import { answerCallbackQuery, answerInlineQuery } from './answers.js';
import {
  getChat,
  getChatAdministrators,
  getChatMember,
  getChatMemberCount,
  leaveChat,
  setMessageReaction,
} from './chats.js';
import { deleteMyCommands, getMyCommands, setMyCommands } from './commands.js';
import { deleteMessage, editMessageReplyMarkup, editMessageText } from './edit.js';
import type { ApiMethod } from './method.js';
import {
  getChatMenuButton,
  getMe,
  getMyDescription,
  getMyShortDescription,
  setChatMenuButton,
  setMyDescription,
  setMyShortDescription,
} from './profile.js';
import { receivingMethods } from './receiving.js';
import { sendChatAction, sendDocument, sendMessage } from './send.js';

/** Every method of this server, with the result that the documentation gives it. */
export type MethodTable = {
  readonly [N in MethodName]?: ApiMethod<ReturnType<ApiMethods<string>[N]>>;
};

/** All else is answered 404, as an unknown method is. */
export function methodTable(receiving: Receiving): MethodTable {
  return {
    getMe,
    ...receivingMethods(receiving),
    sendMessage,
    sendDocument,
    sendChatAction,
    editMessageText,
    editMessageReplyMarkup,
    deleteMessage,
    answerCallbackQuery,
    answerInlineQuery,
    setMessageReaction,
    getChat,
    getChatMember,
    getChatAdministrators,
    getChatMemberCount,
    leaveChat,
    setMyCommands,
    deleteMyCommands,
    getMyCommands,
    setMyDescription,
    getMyDescription,
    setMyShortDescription,
    getMyShortDescription,
    setChatMenuButton,
    getChatMenuButton,
  } satisfies MethodTable;
}
