import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { type Lexicons, loadLexicons } from '../analysis/lexicons.js';
import { type Config, languageOf, parseConfig } from '../config.js';
import { describe, type Language, NianjianError, type Problem } from '../errors.js';
import { createExtractor, type FigureExtractor } from '../figures/extract.js';
import { figureTables } from '../library/figure-tables.js';
import { type Generation, type OpenOptions, openGeneration } from '../library/open.js';
import { type Step, stepText } from '../library/steps.js';
import { appliedVolumes } from '../library/volumes.js';
import { packageRoot } from '../package-root.js';

/** Exit codes as grep's. */
export const exit = { done: 0, nothing: 1, bad: 2 } as const;

/** What every command works with. */
export interface Setting {
  readonly config: Config;
  readonly language: Language;
}

/** `.env` of the working folder, below what the process was started with. */
export async function readEnvironment(): Promise<Readonly<Record<string, string | undefined>>> {
  const file = await readFile('.env', 'utf8').catch(() => '');
  return { ...parseEnv(file), ...process.env };
}

/** @throws NianjianError for a wrong or misspelt key */
export function settingOf(env: Readonly<Record<string, string | undefined>>): Setting {
  return { config: parseConfig(env), language: languageOf(env) };
}

export const lexiconDir = join(packageRoot, 'corpus', 'lexicons');

/** The corpus asked for: the option, else `CORPUS_DIR`, else the bundled samples. */
export function corpusDirOf({ config }: Setting, option: string | undefined): string {
  return option ?? config.CORPUS_DIR ?? join(packageRoot, 'corpus');
}

/** Volumes that came by Telegram belong to the configured corpus, not to another one named. */
export async function volumesOver(
  { config }: Setting,
  option: string | undefined,
): Promise<Readonly<Record<string, string>>> {
  return option === undefined ? appliedVolumes(config.DATA_DIR) : {};
}

/** Opens a corpus with progress on stderr: one line, rewritten on a terminal. */
export async function openCorpus(
  setting: Setting,
  corpus: string | undefined,
  more: Pick<OpenOptions, 'rebuild' | 'weights'> & { readonly out?: string } = {},
): Promise<Generation> {
  const { config, language } = setting;
  const progress = createProgress(language);
  try {
    return await openGeneration({
      corpusDir: corpusDirOf(setting, corpus),
      over: await volumesOver(setting, corpus),
      snapshotDir: more.out ?? config.DATA_DIR,
      lexiconDir,
      keep: config.KEEP_GENERATIONS,
      rebuild: more.rebuild ?? false,
      ...(more.weights && { weights: more.weights }),
      onStep: progress.step,
      onProblem: (problem) => progress.note(describe(problem, language)),
    });
  } finally {
    progress.end();
  }
}

/** The lexicons that always load, and a corpus folder's own. */
export function readLexicons(corpus?: string): Promise<Lexicons> {
  return loadLexicons([lexiconDir, ...(corpus === undefined ? [] : [join(corpus, 'lexicons')])]);
}

/** The extractor with what the lexicons add to its tables. */
export function extractorOf({ lines }: Lexicons): FigureExtractor {
  return createExtractor(figureTables(lines));
}

/** One message that says what, where and the remedy; never a stack trace. */
export function failureText(error: unknown, language: Language): string {
  if (error instanceof NianjianError) return describe(error.problem, language);
  const reason = error instanceof Error ? error.message : String(error);
  return describe(
    { code: 'unexpected', detail: { reason }, place: {} } satisfies Problem,
    language,
  );
}

function createProgress(language: Language) {
  const tty = process.stderr.isTTY === true;
  let shown = '';
  const clear = () => {
    if (tty && shown !== '') process.stderr.write('\r\u001b[K');
    shown = '';
  };
  return {
    step: (step: Step, done: number, total: number) => {
      // Where lines stay, one a step is enough.
      const line = tty ? stepText(step, done, total, language) : stepText(step, 0, 1, language);
      if (line === shown || (!tty && done > 0)) return;
      clear();
      process.stderr.write(tty ? line : `${line}\n`);
      shown = line;
    },
    note: (text: string) => {
      clear();
      process.stderr.write(`${text}\n`);
    },
    end: clear,
  };
}
