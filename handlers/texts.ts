import type { Language } from '../src/errors.js';

/** What the bot says beside answers, in one table. */
const texts = {
  start: {
    zh: '您好！我从年鉴里找答案：原文一句、其中的数据、出自哪卷哪条。\n\n直接发问题就行，例如：\n广东2024年地区生产总值是多少？\n宁夏粮食产量\n\n/toc 看目录，/help 看说明。',
    en: 'Hello! I answer from Chinese yearbooks: the sentence as printed, its figures, volume and heading.\n\nJust send a question, for example:\n广东2024年地区生产总值是多少？\n宁夏粮食产量\n\n/toc lists the contents, /help tells more.',
  },
  groupHello: {
    zh: '大家好！在群里这样问我：/ask 宁夏粮食产量是多少？也可以回复别人的消息发送 /ask，或回复我的消息。',
    en: 'Hello! Ask me here with /ask 宁夏粮食产量是多少？ or send /ask as a reply to somebody’s question, or reply to me.',
  },
  askHow: {
    zh: '请在 /ask 后面写上问题，例如：/ask 宁夏粮食产量是多少？也可以用 /ask 回复提问的那条消息。',
    en: 'Write the question after /ask, for example: /ask 宁夏粮食产量是多少？ Or reply with /ask to the message that asks.',
  },
  greeting: { zh: '您好！', en: 'Hello! ' },
  thanks: { zh: '不客气！', en: 'You are welcome! ' },
  askLike: {
    zh: '想查年鉴里的什么，直接问就行，例如：{example}',
    en: 'Just ask what you want to look up in the yearbooks, for example: {example}',
  },
  askAnything: {
    zh: '想查年鉴里的什么，直接问就行；/toc 看目录。',
    en: 'Just ask what you want to look up in the yearbooks; /toc lists what they hold.',
  },
  wordless: {
    zh: '我只看得懂文字。请把问题打成一句话发给我。',
    en: 'I can read text only. Please type your question.',
  },
  unknownCommand: {
    zh: '没有这个命令。直接发问题即可，/help 看说明。',
    en: 'There is no such command. Just send a question; /help lists the commands.',
  },
  apology: {
    zh: '抱歉，处理这条消息时出了错。请稍后再试。',
    en: 'Sorry, something went wrong with this message. Please try again later.',
  },
  busy: {
    zh: '您的问题来得太快，我会按顺序一条一条回答。请先别再发：太多时后面的会记不下。',
    en: 'Your questions come too fast; I answer them one after the other. Please wait: with too many more, the last ones are not taken.',
  },
  gone: {
    zh: '这一条已不在现有的卷中。',
    en: 'This entry is no longer in the volumes.',
  },
  stale: {
    zh: '这个按钮已失效，请重新提问。',
    en: 'This button is out of date. Please ask again.',
  },
  loading: {
    zh: '正在载入，请稍候再按。',
    en: 'Still loading; press again in a moment.',
  },
  inlineHow: {
    zh: '输入问题，例如：宁夏粮食产量',
    en: 'Type a question, e.g. 宁夏粮食产量',
  },
  inlineNone: {
    zh: '没有找到，按此看怎么问',
    en: 'No answer found: how to ask',
  },
  contents: { zh: '目录', en: 'Contents' },
  contentsFound: { zh: '标题含“{word}”的条目：{n} 条', en: 'Entries that match “{word}”: {n}' },
  contentsSimilar: {
    zh: '目录里没有“{word}”，相近的条目：',
    en: 'The contents hold no “{word}”; entries that come near:',
  },
  contentsNone: {
    zh: '目录里没有找到“{word}”。/toc 看全部目录。',
    en: 'The contents hold no “{word}”. /toc lists everything.',
  },
  contentsNarrow: {
    zh: '只列出前 {n} 条，请用更具体的词。',
    en: 'Only the first {n} are listed; use a more specific word.',
  },
  back: { zh: '↩ 返回', en: '↩ Back' },
  count: { zh: '{n} 条', en: '{n} entries' },
  noSection: { zh: '（不分篇）', en: '(no section)' },
  reloading: { zh: '正在重新载入语料……', en: 'Reloading the corpus …' },
  rollingBack: { zh: '正在退回上一代……', en: 'Going back one generation …' },
  checkingVolume: { zh: '正在检查 {name}……', en: 'Checking {name} …' },
  applyingVolume: { zh: '正在应用……', en: 'Applying …' },
  volumeApply: { zh: '应用', en: 'Apply' },
  volumeForce: { zh: '仍要应用', en: 'Apply all the same' },
  volumeCancel: { zh: '取消', en: 'Cancel' },
  volumeCancelled: { zh: '已取消，{name} 没有应用。', en: 'Cancelled; {name} was not applied.' },
  adminsOnly: { zh: '只有管理员可以按这个按钮。', en: 'This button is for admins.' },
  status: {
    zh: '{volumes} 卷，{entries} 条，{figures} 项数据\n第 {number} 代，建成于 {built}（{age}前），载入于 {since}\n等待处理 {waiting}\n已运行 {up}，内存 {megabytes} MB',
    en: '{volumes} volumes, {entries} entries, {figures} figures\ngeneration {number}, built {built} ({age} ago), loaded {since}\nwaiting {waiting}\nup {up}, memory {megabytes} MB',
  },
  statusErrors: { zh: '启动以来的错误和警告：', en: 'Errors and warnings since the start:' },
  statusNoErrors: { zh: '启动以来没有错误。', en: 'No errors since the start.' },
  statusLoading: { zh: '索引正在载入。', en: 'The index is being loaded.' },
  unansweredOff: {
    zh: '没有记录未答上的问题。要记录，请设 LOG_QUESTIONS=true 并重启（问题属于个人资料，请先告知用户）。',
    en: 'Questions without an answer are not kept. To keep them set LOG_QUESTIONS=true and restart (questions are personal data: tell your users first).',
  },
  unansweredNone: { zh: '最近没有未答上的问题。', en: 'No question was left without an answer.' },
  unanswered: {
    zh: '最近没有答上的问题（保留 {days} 天）：',
    en: 'Newest questions without an answer (kept {days} days):',
  },
} as const satisfies Record<string, Record<Language, string>>;

/** A text with `{name}` filled in; in one pass, so that what is filled in is never filled itself. */
export function say(
  key: keyof typeof texts,
  language: Language,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return texts[key][language].replace(/\{(\w+)\}/g, (_, name: string) =>
    String(values[name] ?? ''),
  );
}
