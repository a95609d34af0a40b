import { describe, messageOf, NianjianError } from '../errors.js';
import { readCorpus } from '../reading/corpus.js';
import { segmentCorpus } from '../segment/corpus.js';
import { corpusDirOf, exit, type Setting, volumesOver } from './setting.js';

export interface CheckFlags {
  readonly corpus?: string;
  readonly json?: boolean;
}

/** `nianjian check`: what was read and what looks wrong; exit code 1 if anything does. */
export async function checkCommand(setting: Setting, flags: CheckFlags): Promise<number> {
  const dir = corpusDirOf(setting, flags.corpus);
  const { files, duplicates } = segmentCorpus(
    await readCorpus(dir, await volumesOver(setting, flags.corpus)),
  );
  if (files.length === 0) throw new NianjianError('corpus-empty', { dir });
  const { language } = setting;
  const clean = duplicates.length === 0 && files.every(({ warnings }) => warnings.length === 0);
  if (flags.json === true) {
    const report = {
      files: files.map(({ warnings, kept: _, ...file }) => ({
        ...file,
        warnings: warnings.map((problem) => ({
          line: problem.place.line ?? 1,
          code: problem.code,
          message: messageOf(problem, language),
        })),
      })),
      duplicates,
    };
    process.stdout.write(`${JSON.stringify(report)}\n`);
  } else {
    const lines = files.flatMap(({ file, encoding, volume, entries, warnings }) => [
      `${file}  ${encoding ?? '?'}  ${volume ?? '?'}  ${entries}`,
      ...warnings.map((problem) => `  ${problem.code}  ${describe(problem, language)}`),
    ]);
    const doubles = duplicates.map(({ kept, dropped }) =>
      texts.duplicate[language]
        .replace('{dropped}', `${dropped.file}:${dropped.line}`)
        .replace('{kept}', `${kept.file}:${kept.line}`),
    );
    process.stdout.write(
      `${[...lines, ...doubles, clean ? texts.clean[language] : ''].filter(Boolean).join('\n')}\n`,
    );
  }
  return clean ? exit.done : exit.nothing;
}

const texts = {
  duplicate: {
    zh: '重复条目：{dropped} 与 {kept} 相同，已略去。',
    en: 'Duplicate entry: {dropped} is the same as {kept} and was dropped.',
  },
  clean: { zh: '没有发现问题。', en: 'Nothing looks wrong.' },
} as const;
