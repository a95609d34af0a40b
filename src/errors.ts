/** Every failure and warning a person can meet: a stable code, what happened, and the remedy. */

export type Language = 'zh' | 'en';

export interface Place {
  /** Path as the user would name it. */
  readonly file?: string;
  /** 1-based. */
  readonly line?: number;
}

/** Texts by code; `{name}` is filled from the problem's detail. */
const texts = {
  'corpus-missing': {
    zh: '找不到语料文件夹 {dir}。请检查 --corpus 参数或 CORPUS_DIR。',
    en: 'The corpus folder {dir} does not exist. Check --corpus or CORPUS_DIR.',
  },
  'corpus-empty': {
    zh: '语料文件夹 {dir} 里没有可用的条目。请放入以“【标题】正文”成条的 .txt 卷文件，再运行 check。',
    en: 'The corpus folder {dir} holds no usable entry. Put .txt volumes of “【heading】 body” entries there, then run check.',
  },
  'jieba-missing': {
    zh: '分词组件 nodejieba 没有编译好。请装上 g++、make 和 python3，再运行 npm rebuild nodejieba。',
    en: 'The native part of nodejieba was not built. Install g++, make and python3, then run npm rebuild nodejieba.',
  },
  'weights-unusable': {
    zh: '排序权重文件 {file} 不能用（{reason}）。请用 nianjian train 重新生成，或恢复程序自带的文件。',
    en: 'The ranking weights in {file} cannot be used ({reason}). Write them anew with nianjian train, or restore the file that came with the program.',
  },
  'snapshot-missing': {
    zh: '没有可读的索引快照（{reason}）。将重新建立索引。',
    en: 'There is no readable index snapshot ({reason}). The index is built anew.',
  },
  'snapshot-damaged': {
    zh: '索引快照已损坏（校验和不符或不完整）。将重新建立索引。',
    en: 'The index snapshot is damaged (torn, or its checksum is off). The index is built anew.',
  },
  'snapshot-format': {
    zh: '索引快照的格式版本是 {found}，本程序需要 {wanted}。将重新建立索引。',
    en: 'The index snapshot has format version {found}, this program wants {wanted}. The index is built anew.',
  },
  'snapshot-foreign': {
    zh: '索引快照来自另一份语料或另一版程序。将重新建立索引。',
    en: 'The index snapshot is of another corpus or another version of the program. The index is built anew.',
  },
  'snapshot-unwritable': {
    zh: '无法写入索引快照（{reason}）。请检查磁盘空间和 DATA_DIR 的写权限。',
    en: 'The index snapshot cannot be written ({reason}). Check disk space and write access to DATA_DIR.',
  },
  'config-invalid': {
    zh: '环境变量 {key} 的值不对，应为 {wanted}。请对照 .env.example 改正。',
    en: 'The environment key {key} is wrong; it takes {wanted}. Correct it after .env.example.',
  },
  'config-service-account': {
    zh: 'ADMIN_IDS 中的 {id} 是 Telegram 的公用账号，代表许多人，不能做管理员。请换成个人的数字 id。',
    en: 'ADMIN_IDS names {id}, an account of Telegram’s own that stands for many people. Give the numeric ids of persons.',
  },
  'config-unknown': {
    zh: '不认识环境变量 {key}，是不是想写 {meant}？请改名或删去。',
    en: 'The environment key {key} is unknown; did you mean {meant}? Rename or remove it.',
  },
  'config-secret': {
    zh: '设置了 WEBHOOK_URL，却没有 WEBHOOK_SECRET。请设一个 1 到 256 位的密钥（A-Z a-z 0-9 _ -）。',
    en: 'WEBHOOK_URL is set but WEBHOOK_SECRET is not. Set one of 1 to 256 characters (A-Z a-z 0-9 _ -).',
  },
  'token-refused': {
    zh: 'Telegram 不认这个 BOT_TOKEN。请向 BotFather 核对，或用 /token 换一个。',
    en: 'Telegram refuses this BOT_TOKEN. Compare it with BotFather’s, or get another with /token.',
  },
  'data-held': {
    zh: '另一个机器人（进程 {pid}，自 {since}）正在使用数据文件夹 {dir}。请先停掉它，或换一个 DATA_DIR。',
    en: 'Another bot (process {pid}, since {since}) works in the data folder {dir}. Stop it first, or set another DATA_DIR.',
  },
  'data-unwritable': {
    zh: '数据文件夹 {dir} 无法写入（{reason}）。请检查 DATA_DIR 的路径、写权限和磁盘空间。',
    en: 'The data folder {dir} cannot be written ({reason}). Check the path of DATA_DIR, write access and disk space.',
  },
  'rebuild-failed': {
    zh: '索引没有建成（{reason}）。原有索引照常使用；请按原因改正后再试。',
    en: 'The index could not be built ({reason}). The one in use stays; mend the cause and try again.',
  },
  'rebuild-silent': {
    zh: '建立索引的进程 {minutes} 分钟没有进展，已停止。原有索引照常使用；请检查最近改动的文件是否异常（例如极长的一行）。',
    en: 'The process that builds the index made no progress for {minutes} minutes and was stopped. The index in use stays; look for something odd in the files changed last, such as one endless line.',
  },
  'corpus-unreadable': {
    zh: '语料文件夹 {dir} 里没有一个文件读得出条目。请按下面各条改正。',
    en: 'Not one file of the corpus folder {dir} gives an entry. Mend what is named below.',
  },
  'corpus-shrunk': {
    zh: '新语料少了 {lost} 条（原有 {before} 条），超过允许的 {share}%，没有载入。请检查是否漏放了文件；确实要换，请用 {force}。',
    en: 'The new corpus lost {lost} of {before} entries, more than the {share} % allowed, and was not loaded. Check whether files are missing; if it is meant, use {force}.',
  },
  'generation-unusable': {
    zh: '这一代索引不能用（{reason}）。改用上一代。',
    en: 'This generation cannot be used ({reason}). The one before takes its place.',
  },
  'history-damaged': {
    zh: '各代索引的目录 {file} 读不了（{reason}），已改名为 {aside}。按快照文件的先后继续。',
    en: 'The list of generations {file} cannot be read ({reason}) and was renamed {aside}. Snapshots are taken by their age instead.',
  },
  'no-older-generation': {
    zh: '没有更早的一代可退（KEEP_GENERATIONS 为 {keep}）。',
    en: 'There is no older generation to go back to (KEEP_GENERATIONS is {keep}).',
  },
  'bot-not-running': {
    zh: '没有使用 {dir} 的机器人在运行。请先用 npm start 启动，或检查 DATA_DIR。',
    en: 'No bot that uses {dir} is running. Start it with npm start, or check DATA_DIR.',
  },
  'bot-hung-up': {
    zh: '机器人没有答完就断开了。请看它的日志；原有索引照常使用。',
    en: 'The bot hung up before it had answered. See its log; the index in use stays.',
  },
  'upload-name': {
    zh: '只收扩展名为 .txt 的卷文件，这个文件名不能用（{name}）。请改名后重发，例如 内蒙古年鉴-2023.txt。',
    en: 'Only .txt volume files are taken; this name cannot be used ({name}). Rename it and send it again, for example yearbook-2023.txt.',
  },
  'upload-too-large': {
    zh: '文件超过 {most} MB，没有下载。请按篇拆成几个文件。',
    en: 'The file has more than {most} MB and was not fetched. Split it by chapter.',
  },
  'upload-failed': {
    zh: '没有取到文件（{reason}）。请再发一次。',
    en: 'The file could not be fetched ({reason}). Please send it again.',
  },
  'upload-gone': {
    zh: '这个文件已处理过或已过期。请重新发送。',
    en: 'This file was dealt with already, or has expired. Send it again.',
  },
  'file-kept': {
    zh: '这个文件目前读不出条目，先保留原有的 {entries} 条，直到它改好或删去。',
    en: 'Nothing can be had from this file for now; its {entries} entries of before are kept until it is mended or removed.',
  },
  'batch-json': {
    zh: '--batch 逐行输出 JSON，请同时加上 --json。',
    en: '--batch writes a line of JSON for each question: add --json.',
  },
  'batch-line': {
    zh: '这一行不是问题，也不是 {"question": …} 形式的 JSON（{reason}）。请改正这一行；其余各行照常回答。',
    en: 'This line is neither a question nor JSON like {"question": …} ({reason}). Correct it; the other lines are answered.',
  },
  unexpected: {
    zh: '程序出错：{reason}。请把这条消息和所用的命令告诉开发者。',
    en: 'Something went wrong: {reason}. Please report this message with the command you used.',
  },
  interrupted: {
    zh: '已中断；没有写下任何不完整的文件。',
    en: 'Interrupted; nothing half-written was left behind.',
  },
  'set-flags': {
    zh: 'evaluate 需要 --questions，并且需要 --passages 或 --corpus 之一（--unanswerable 只与 --passages 同用）。',
    en: 'The evaluate command needs --questions, and either --passages or --corpus (--unanswerable goes with --passages alone).',
  },
  'set-id': {
    zh: '题集里没有编号为 {id} 的问题。请检查 --explain。',
    en: 'No question of the set has the id {id}. Check --explain.',
  },
  'set-today': {
    zh: '--today 的日期 {text} 不对，应写成 2026-01-31 这样。',
    en: '--today takes a date like 2026-01-31, not {text}.',
  },
  'set-empty': {
    zh: '题集里没有段落。请检查 --passages 的文件。',
    en: 'The set holds no passage. Check the --passages file.',
  },
  'set-missing': {
    zh: '读不了这个文件（{reason}）。请检查路径。',
    en: 'The file cannot be read ({reason}). Check the path.',
  },
  'set-line': {
    zh: '这一行的格式不对（{reason}）。请对照 README 中的格式改正。',
    en: 'The line is not as it must be ({reason}). Correct it after the format in the README.',
  },
  'file-unwritable': {
    zh: '无法写入文件（{reason}）。请检查路径和权限。',
    en: 'The file cannot be written ({reason}). Check path and permissions.',
  },
  'figures-line': {
    zh: '这一行不是 {"id", "text", "defaultYear"} 形式的 JSON（{reason}）。请改正这一行；其余各行照常处理。',
    en: 'The line is not JSON like {"id", "text", "defaultYear"} ({reason}). Correct it; the other lines are processed.',
  },
  'file-unreadable': {
    zh: '读不了这个文件（{reason}）。请检查它是不是文本文件、有没有读权限；其余文件照常载入。',
    en: 'The file cannot be read ({reason}). Check that it is a text file you may read; the other files are loaded.',
  },
  'file-empty': {
    zh: '文件是空的。请放入卷的正文，或删去这个文件；其余文件照常载入。',
    en: 'The file is empty. Put the volume’s text in, or remove it; the other files are loaded.',
  },
  'file-binary': {
    zh: '这不是文本文件，或编码无法识别。请另存为 UTF-8 文本；其余文件照常载入。',
    en: 'This is no text file, or its encoding is unknown. Save it as UTF-8 text; the other files are loaded.',
  },
  'file-too-large': {
    zh: '文件有 {megabytes} MB，超过 {most} MB。请按篇拆成几个文件；其余文件照常载入。',
    en: 'The file has {megabytes} MB, more than {most} MB. Split it by chapter; the other files are loaded.',
  },
  'file-without-entries': {
    zh: '没有找到条目。请把条目写成“【标题】正文”，标题从行首开始；其余文件照常载入。',
    en: 'There is no entry. Write entries as “【heading】 body”, from the start of a line; the other files are loaded.',
  },
  'encoding-unsure': {
    zh: '编码不确定，按 {encoding} 读取。请检查文字是否正常，最好另存为 UTF-8。',
    en: 'The encoding is unsure; read as {encoding}. Check the text, or better save it as UTF-8.',
  },
  'manifest-invalid': {
    zh: '语料清单有误（{reason}）。请对照 corpus/README.md 改正。',
    en: 'The corpus manifest is wrong ({reason}). Correct it after corpus/README.md.',
  },
  'manifest-file-missing': {
    zh: '语料清单里有这个文件，但文件夹里没有。请补上文件，或从 manifest.json 中删去。',
    en: 'The manifest names this file, but the folder does not hold it. Add it, or remove it from manifest.json.',
  },
  'heading-unclosed': {
    zh: '行首的“【”没有对应的“】”，条目可能没有分对。请补上“】”；这一行的文字没有丢失。',
    en: 'The “【” at the start of the line is never closed, so the entry may be cut wrongly. Add the “】”; no text of the line is lost.',
  },
  'character-lost': {
    zh: '有无法识别的字符“�”，可能是转码时丢失的字。请对照原书补上。',
    en: 'There is a “�”, a character lost in conversion. Restore it from the print.',
  },
  'character-private': {
    zh: '有私用区字符（{code}），多为自造字，换一种字体就显示不出来。请换成标准字符。',
    en: 'There is a private-use character ({code}), which shows only in the font it was made for. Replace it by a standard one.',
  },
  'entry-empty': {
    zh: '条目【{heading}】没有正文，未收录。请补上正文，或删去标题。',
    en: 'The entry 【{heading}】 has no body and was left out. Add its text, or remove the heading.',
  },
  'entry-long': {
    zh: '条目【{heading}】有 {length} 字，可能漏认了后面的标题。请检查标题是否写成行首的“【…】”。',
    en: 'The entry 【{heading}】 has {length} characters; headings after it may have been missed. Check that they read “【…】” at the start of a line.',
  },
  'text-outside': {
    zh: '这段文字前面没有条目标题，已收为条目【{heading}】。如有标题，请写成“【…】”。',
    en: 'This text stands under no heading and was taken as entry 【{heading}】. If it has one, write it as “【…】”.',
  },
} as const satisfies Record<string, Record<Language, string>>;

export type ProblemCode = keyof typeof texts;

export const problemCodes = Object.keys(texts) as readonly ProblemCode[];

export interface Problem {
  readonly code: ProblemCode;
  readonly detail: Readonly<Record<string, string | number>>;
  readonly place: Place;
}

/** `file:line: what happened and the remedy`, in the reader's language. */
export function describe(problem: Problem, language: Language): string {
  const { file, line } = problem.place;
  const where = file === undefined ? '' : line === undefined ? `${file}: ` : `${file}:${line}: `;
  return where + messageOf(problem, language);
}

/** What happened and the remedy, without the place. */
export function messageOf(problem: Problem, language: Language): string {
  return texts[problem.code][language].replace(/\{(\w+)\}/g, (_, name: string) =>
    String(problem.detail[name] ?? ''),
  );
}

/** A failure that people can mend: thrown at the boundary that noticed it. */
export class NianjianError extends Error {
  readonly problem: Problem;

  constructor(
    code: ProblemCode,
    detail: Problem['detail'] = {},
    place: Place = {},
    options?: { readonly cause?: unknown },
  ) {
    const problem = { code, detail, place };
    super(describe(problem, 'en'), options);
    this.name = 'NianjianError';
    this.problem = problem;
  }
}
