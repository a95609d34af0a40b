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
} as const satisfies Record<string, Record<Language, string>>;

export type ProblemCode = keyof typeof texts;

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
