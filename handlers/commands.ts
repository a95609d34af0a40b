import type { Language } from '../src/errors.js';

/** Where a command is offered; `admins` see theirs in their own private chat. */
export type Scope = 'private' | 'group' | 'admin';

export interface Command {
  readonly name: string;
  readonly scopes: readonly Scope[];
  /** What follows the name, shown in /help. */
  readonly argument: Readonly<Record<Language, string>>;
  readonly help: Readonly<Record<Language, string>>;
}

const none = { zh: '', en: '' };

export const commands = [
  {
    name: 'ask',
    scopes: ['private', 'group', 'admin'],
    argument: { zh: ' 问题', en: ' question' },
    help: {
      zh: '提问；单发 /ask 回复某条消息即问那条',
      en: 'Ask; alone, as a reply, asks that message',
    },
  },
  {
    name: 'toc',
    scopes: ['private', 'group', 'admin'],
    argument: { zh: ' [词]', en: ' [word]' },
    help: { zh: '目录，或标题含有该词的条目', en: 'Contents, or the entries that match a word' },
  },
  {
    name: 'help',
    scopes: ['private', 'group', 'admin'],
    argument: none,
    help: { zh: '怎么提问', en: 'How to ask' },
  },
  {
    name: 'start',
    scopes: ['private', 'admin'],
    argument: none,
    help: { zh: '开始', en: 'Begin' },
  },
  {
    name: 'reload',
    scopes: ['admin'],
    argument: { zh: ' [force]', en: ' [force]' },
    help: {
      zh: '重新载入语料；加 force 则不论少了多少条',
      en: 'Reload the corpus; with force however much is lost',
    },
  },
  {
    name: 'rollback',
    scopes: ['admin'],
    argument: none,
    help: { zh: '退回上一代', en: 'Go back one generation' },
  },
  {
    name: 'status',
    scopes: ['admin'],
    argument: none,
    help: { zh: '运行状况', en: 'How the bot is doing' },
  },
  {
    name: 'unanswered',
    scopes: ['admin'],
    argument: none,
    help: { zh: '最近没有答上的问题', en: 'The newest questions without an answer' },
  },
] as const satisfies readonly Command[];

export type CommandName = (typeof commands)[number]['name'];

/** The commands of a scope. */
export function commandsOf(scope: Scope): readonly Command[] {
  return (commands as readonly Command[]).filter(({ scopes }) => scopes.includes(scope));
}

/** /help: a line a command, and how to ask. */
export function helpText(scope: Scope, language: Language, username: string): string {
  const list = commandsOf(scope).map(
    ({ name, argument, help }) => `/${name}${argument[language]}  ${help[language]}`,
  );
  return [intro[language], '', ...list, '', outro[language].replace('{bot}', username)].join('\n');
}

const intro = {
  zh: '私聊里直接发问题。问题里可以写年份、地区、指标、位次（排第几）或条目标题。群里用 /ask、回复我或 @ 我。',
  en: 'In private just send a question. It may name a year, a region, an indicator, a rank (排第几) or an entry’s heading. In groups use /ask, reply to me or mention me.',
};

const outro = {
  zh: '在任何聊天里输入 @{bot} 问题，可边输边查。',
  en: 'In any chat type @{bot} and a question to search while you type.',
};

/** A `setMyCommands` call for each scope and language. */
export function registrations(adminIds: readonly number[]): readonly Record<string, unknown>[] {
  const scopes: [Scope, Record<string, unknown>][] = [
    ['private', { type: 'all_private_chats' }],
    ['group', { type: 'all_group_chats' }],
    ...adminIds.map((id): [Scope, Record<string, unknown>] => [
      'admin',
      { type: 'chat', chat_id: id },
    ]),
  ];
  return scopes.flatMap(([name, scope]) =>
    (['zh', 'en'] as const).map((language) => ({
      scope,
      // Chinese is for everybody who has no list of their own.
      ...(language === 'en' && { language_code: 'en' }),
      commands: commandsOf(name).map((command) => ({
        command: command.name,
        description: command.help[language],
      })),
    })),
  );
}

/** A command at the beginning of a text. `bot` in lower case, null where none is named. */
export interface CommandCall {
  /** Lower case; any name, known or not. */
  readonly name: string;
  readonly bot: string | null;
  readonly argument: string;
}

/** @example parseCommand('/ASK@My_Bot 人口') // { name: 'ask', bot: 'my_bot', argument: '人口' } */
export function parseCommand(text: string): CommandCall | null {
  const match = /^\/([A-Za-z0-9_]{1,64})(?:@(\w+))?(?![A-Za-z0-9_@/])\s*([\s\S]*)$/.exec(text);
  if (match === null) return null;
  const [, name = '', bot, argument = ''] = match;
  return { name: name.toLowerCase(), bot: bot?.toLowerCase() ?? null, argument: argument.trim() };
}
