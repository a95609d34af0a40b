import { createInterface } from 'node:readline';
import type { Answer } from '../answer/answer.js';
import type { Language } from '../errors.js';
import { contentsOf } from '../library/contents.js';
import type { Generation } from '../library/open.js';
import { type RenderOptions, renderAnswer } from './render.js';
import { exit, openCorpus, type Setting } from './setting.js';

/** `nianjian chat`: questions and `/help`, `/toc`, `/quit`, until the input ends. */
export async function chatCommand(
  setting: Setting,
  flags: { readonly corpus?: string },
): Promise<number> {
  const generation = await openCorpus(setting, flags.corpus);
  const { language } = setting;
  const tty = process.stdin.isTTY === true && process.stdout.isTTY === true;
  const colour = process.stdout.isTTY === true;
  const { volumes, entries, figures } = generation.report;
  say(
    texts.welcome[language]
      .replace('{volumes}', String(volumes))
      .replace('{entries}', String(entries))
      .replace('{figures}', String(figures)),
  );
  const lines = createInterface({
    input: process.stdin,
    ...(tty && { output: process.stdout, prompt: '› ' }),
  });
  if (tty) lines.prompt();
  const reply = createReply(generation, { language, colour });
  for await (const line of lines) {
    const text = line.trim();
    if (/^\/(?:quit|exit|q)$/i.test(text)) break;
    if (text !== '') say(await reply(text));
    if (tty) lines.prompt();
  }
  lines.close();
  return exit.done;
}

function say(text: string): void {
  process.stdout.write(`${text}\n\n`);
}

/** What the chat says to a line; the number of a choice it has offered last asks that one. */
export function createReply(
  { ask, index: { store } }: Pick<Generation, 'ask' | 'index'>,
  options: RenderOptions,
): (text: string) => Promise<string> {
  const { language } = options;
  let choices: Answer['choices'] = [];
  return async (text) => {
    // Digits are full-width where a Chinese keyboard types them.
    const number = /^\d{1,2}$/.exec(text.normalize('NFKC'))?.[0];
    const chosen = choices[Number(number) - 1]?.question;
    if (chosen === undefined) return reply(text);
    const offered = choices;
    const said = await answer(chosen);
    // The others may be asked after it.
    if (choices.length === 0) choices = offered;
    return said;
  };

  async function answer(question: string): Promise<string> {
    const found = await ask(question, { language });
    choices = found.choices;
    return renderAnswer(found, options);
  }

  async function reply(text: string): Promise<string> {
    const command = /^\/(\w+)\s*(.*)$/s.exec(text);
    switch (command?.[1]?.toLowerCase()) {
      case undefined:
        return answer(text);
      case 'help':
      case 'start':
        return texts.help[language];
      case 'ask':
        return answer(command?.[2] ?? '');
      case 'toc':
        return renderContents(store, command?.[2] ?? '', language);
      default:
        return texts.unknown[language].replace('{command}', text);
    }
  }
}

function renderContents(
  store: Generation['index']['store'],
  word: string,
  language: Language,
): string {
  const volumes = contentsOf(store, word);
  if (volumes.length === 0) return texts.noContents[language].replace('{word}', word);
  return volumes
    .flatMap(({ name, sections }) => [
      name,
      ...sections.flatMap(({ path, entries }) => [
        ...(path.length > 0 ? [`  ${path.join(' · ')}`] : []),
        ...entries.map(({ heading }) => `    【${heading}】`),
      ]),
    ])
    .join('\n');
}

const texts = {
  welcome: {
    zh: '年鉴问答：{volumes} 卷，{entries} 条，{figures} 项数据。直接输入问题；/help 看说明，/quit 退出。',
    en: 'nianjian: {volumes} volumes, {entries} entries, {figures} figures. Type a question; /help for help, /quit to leave.',
  },
  help: {
    zh: [
      '直接输入问题，例如：2024年地区生产总值增长多少？',
      '问题里可以写年份、地区、指标、位次（排第几）或条目标题。',
      '/toc [词]  目录，或标题含有该词的条目',
      '/help      本说明',
      '/quit      退出',
    ].join('\n'),
    en: [
      'Type a question, for example: 2024年地区生产总值增长多少？',
      'It may name a year, a region, an indicator, a rank (排第几) or an entry’s heading.',
      '/toc [word]  table of contents, or the entries whose headings hold the word',
      '/help        this text',
      '/quit        leave',
    ].join('\n'),
  },
  unknown: {
    zh: '没有 {command} 这个命令；/help 看说明。',
    en: 'There is no command {command}; /help lists them.',
  },
  noContents: {
    zh: '目录里没有含“{word}”的标题。',
    en: 'No heading holds “{word}”.',
  },
} as const satisfies Record<string, Record<Language, string>>;
