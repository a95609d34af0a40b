import { randomBytes } from 'node:crypto';
import { open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { NianjianError, type Problem } from '../errors.js';

/** A generation that served, and may again. */
export type HistoryEntry = History['generations'][number];

/** What a bot keeps in mind of its generations: `generations.json` in its `DATA_DIR`. */
export type History = z.infer<typeof schema>;

const schema = z.object({
  /** Number of the one in service; null before the first. */
  serving: z.int().nullable(),
  /** `inputs` of the corpus that was gone back from: a start does not bring it again by itself. */
  heldBack: z.string().nullable(),
  /** In the order in which they last went into service by being built. */
  generations: z.array(
    z.object({
      /** Counts up from 1; the same for the same snapshot. */
      number: z.int().positive(),
      /** Name of the snapshot's file. */
      snapshot: z.string().regex(/^[\w-]+\.snapshot$/),
      /** The corpus folder as configured: another folder's generations are no predecessors. */
      corpusDir: z.string(),
      builtAt: z.iso.datetime(),
      /** Hash of corpus and lexicons. */
      inputs: z.string(),
    }),
  ),
});

const fileName = 'generations.json';

const empty: History = { serving: null, heldBack: null, generations: [] };

/**
 * A history that cannot be read is set aside and told; what it named is found by age then.
 *
 * @throws what the file system refuses
 */
export async function readHistory(
  dataDir: string,
  onProblem: (problem: Problem) => void,
): Promise<History> {
  const file = join(dataDir, fileName);
  const source = await sourceOf(file);
  try {
    return historyIn(source);
  } catch (error) {
    const aside = `${fileName}.damaged`;
    await rename(file, join(dataDir, aside));
    const reason = error instanceof SyntaxError ? error.message : 'not of the form it must have';
    onProblem({ code: 'history-damaged', detail: { file: fileName, reason, aside }, place: {} });
    return empty;
  }
}

async function sourceOf(file: string): Promise<string | null> {
  return readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null;
    throw error;
  });
}

function historyIn(source: string | null): History {
  return source === null ? empty : schema.parse(JSON.parse(source));
}

/**
 * As a whole or not at all.
 *
 * @throws NianjianError `file-unwritable`
 */
export async function writeHistory(dataDir: string, history: History): Promise<void> {
  const file = join(dataDir, fileName);
  const beside = `${file}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    const handle = await open(beside, 'w');
    try {
      await handle.writeFile(`${JSON.stringify(history, null, 2)}\n`);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(beside, file);
  } catch (cause) {
    await rm(beside, { force: true }).catch(() => {});
    const reason = (cause as Error).message.split(',')[0] as string;
    throw new NianjianError('file-unwritable', { reason }, { file }, { cause });
  }
}

/** The history after a snapshot was built and put into service, and what it forgets. */
export function withBuilt(
  history: History,
  built: Pick<HistoryEntry, 'snapshot' | 'corpusDir' | 'builtAt' | 'inputs'>,
  keep: number,
): History {
  const { generations, serving } = history;
  const highest = Math.max(0, ...generations.map(({ number }) => number));
  const known = generations.find(({ snapshot }) => snapshot === built.snapshot);
  const latest = { ...built, number: known?.number ?? highest + 1 };
  // What served until now is what one goes back to, even where it had been gone back to itself.
  const last = generations.find(({ number }) => number === serving);
  const others = generations.filter((one) => one !== known && one !== last);
  const order = [...others, ...(last === undefined || last === known ? [] : [last]), latest];
  return {
    serving: latest.number,
    heldBack: null,
    generations: order.slice(-Math.max(1, keep)),
  };
}

/** What one generation back from the one in service would be, nearest first. */
export function olderOf({ generations, serving }: History): readonly HistoryEntry[] {
  const at = generations.findIndex(({ number }) => number === serving);
  const current = generations[at];
  return generations
    .slice(0, Math.max(at, 0))
    .filter(({ corpusDir }) => corpusDir === current?.corpusDir)
    .reverse();
}

/** The snapshots there are, newest first: for a history that was lost. */
export async function byAge(dataDir: string, corpusDir: string): Promise<HistoryEntry[]> {
  const names = await readdir(dataDir).catch(() => []);
  const dated = await Promise.all(
    names
      .filter((name) => /^[\w-]+\.snapshot$/.test(name))
      .map(async (name) => ({ name, at: (await stat(join(dataDir, name))).mtimeMs })),
  );
  return dated
    .sort((a, b) => b.at - a.at)
    .map(({ name, at }) => ({
      ...{ number: 1, snapshot: name, corpusDir, inputs: '' },
      builtAt: new Date(at).toISOString(),
    }));
}

/**
 * Drops the snapshots that are neither in the bot's history nor among the newest, and what a
 * killed process left half-written.
 */
export async function prune(dir: string, keep: number): Promise<void> {
  let generations: History['generations'];
  try {
    ({ generations } = historyIn(await sourceOf(join(dir, fileName))));
  } catch {
    // It is the bot's to mend; until then nothing is known to be spare.
    return;
  }
  const held = new Set(generations.map(({ snapshot }) => snapshot));
  const names = (await readdir(dir)).filter((name) => /\.(?:snapshot|tmp)$/.test(name));
  const dated = await Promise.all(
    names.map(async (name) => ({ name, at: (await stat(join(dir, name))).mtimeMs })),
  );
  dated.sort((a, b) => b.at - a.at || (a.name < b.name ? -1 : 1));
  const whole = dated.filter(({ name }) => name.endsWith('.snapshot'));
  const spare = whole.slice(keep).filter(({ name }) => !held.has(name));
  const torn = dated.filter(
    ({ name, at }) => name.endsWith('.tmp') && Date.now() - at > tornAfterMs,
  );
  for (const { name } of [...spare, ...torn]) await rm(join(dir, name), { force: true });
}

/** No snapshot takes this long to write. */
const tornAfterMs = 3_600_000;
