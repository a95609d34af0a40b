import { exit, openCorpus, type Setting } from './setting.js';

export interface IndexFlags {
  readonly corpus?: string;
  readonly out?: string;
  readonly json?: boolean;
}

/** `nianjian index`: reads, checks and indexes a corpus, and writes its snapshot. */
export async function indexCommand(setting: Setting, flags: IndexFlags): Promise<number> {
  const { report } = await openCorpus(setting, flags.corpus, {
    rebuild: true,
    ...(flags.out !== undefined && { out: flags.out }),
  });
  process.stdout.write(
    flags.json === true
      ? `${JSON.stringify(report)}\n`
      : Object.entries(report)
          .map(([name, value]) => `${name.padEnd(12)}${Math.round(value as number)}\n`)
          .join(''),
  );
  // Writing the snapshot is this command's work; what hindered it has been told.
  return report.bytes > 0 ? exit.done : exit.bad;
}
