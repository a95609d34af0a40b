import { randomBytes } from 'node:crypto';
import { copyFile, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { NianjianError } from '../errors.js';
import { namesIn } from '../reading/corpus.js';

/**
 * Volumes that came by Telegram live in `DATA_DIR/volumes`, and stand in the place of a file of
 * the corpus folder of the same name, or beside its files: the folder itself may be read-only,
 * and a restart or `index` finds them there. Sent but not yet applied, they wait in
 * `DATA_DIR/uploads`.
 */
export async function appliedVolumes(dataDir: string): Promise<Readonly<Record<string, string>>> {
  const dir = join(dataDir, 'volumes');
  const names = await namesIn(dir).catch(() => []);
  return Object.fromEntries(names.map((name) => [name, join(dir, name)]));
}

/** A volume that waits to be applied. */
export interface StagedVolume {
  /** 16 characters of 0-9 a-f. */
  readonly id: string;
  /** Name in the corpus. */
  readonly name: string;
  /** Where it is until then. */
  readonly path: string;
}

/** What Telegram lets a bot fetch is 20 MB. */
export const maxUploadBytes = 20 * 2 ** 20;

/**
 * Keeps what was sent until somebody decides on it.
 *
 * @param name as sent: anything
 * @throws NianjianError `upload-name`, `upload-too-large`, `upload-failed`
 */
export async function stageVolume(
  { dataDir, corpusDir }: { readonly dataDir: string; readonly corpusDir: string },
  name: string,
  content: AsyncIterable<Uint8Array>,
): Promise<StagedVolume> {
  const safe = safeName(name);
  if (safe === null) throw new NianjianError('upload-name', { name: name.slice(0, 100) });
  const id = randomBytes(8).toString('hex');
  const dir = join(dataDir, 'uploads');
  const path = join(dir, `${id}.txt`);
  await mkdir(dir, { recursive: true });
  try {
    const handle = await open(path, 'wx', 0o600);
    try {
      let size = 0;
      for await (const chunk of content) {
        size += chunk.length;
        if (size > maxUploadBytes) {
          throw new NianjianError('upload-too-large', { most: maxUploadBytes / 2 ** 20 });
        }
        await handle.write(chunk);
      }
      await handle.sync();
    } finally {
      await handle.close();
    }
    const place = await placeOf(corpusDir, dataDir, safe);
    const note = await open(join(dir, `${id}.json`), 'wx', 0o600);
    await note.writeFile(JSON.stringify({ name: place }));
    await note.close();
    return { id, name: place, path };
  } catch (cause) {
    await unstage(dataDir, id);
    if (cause instanceof NianjianError) throw cause;
    const reason = (cause as Error).message;
    throw new NianjianError('upload-failed', { reason }, {}, { cause });
  }
}

/** @throws NianjianError `upload-gone` */
export async function stagedVolume(dataDir: string, id: string): Promise<StagedVolume> {
  try {
    if (!/^[0-9a-f]{16}$/.test(id)) throw new Error('no such id');
    const dir = join(dataDir, 'uploads');
    const note = JSON.parse(await readFile(join(dir, `${id}.json`), 'utf8'));
    const { name } = z.object({ name: z.string() }).parse(note);
    const path = join(dir, `${id}.txt`);
    await stat(path);
    return { id, name, path };
  } catch (cause) {
    throw new NianjianError('upload-gone', {}, {}, { cause });
  }
}

export async function unstage(dataDir: string, id: string): Promise<void> {
  for (const ending of ['txt', 'json']) {
    await rm(join(dataDir, 'uploads', `${id}.${ending}`), { force: true }).catch(() => {});
  }
}

/** A volume put among the applied ones; what it replaced is kept until one or the other is called. */
export interface Placed {
  keep(): Promise<void>;
  undo(): Promise<void>;
}

/** @throws what the file system refuses; nothing is changed then */
export async function placeVolume(dataDir: string, staged: StagedVolume): Promise<Placed> {
  const target = join(dataDir, 'volumes', staged.name);
  const before = join(dataDir, 'uploads', `${staged.id}.before`);
  await mkdir(dirname(target), { recursive: true });
  // A copy, so that there is no moment without the volume.
  const replaced = await copyFile(target, before).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false;
      throw error;
    },
  );
  await rename(staged.path, target);
  return {
    keep: async () => {
      await rm(before, { force: true });
      await unstage(dataDir, staged.id);
    },
    undo: async () => {
      await copyFile(target, staged.path);
      await (replaced ? rename(before, target) : rm(target, { force: true }));
    },
  };
}

/** Drops what nobody decided on for a day, and what a crash left behind. */
export async function sweepUploads(dataDir: string): Promise<void> {
  const dir = join(dataDir, 'uploads');
  for (const name of await readdir(dir).catch(() => [])) {
    const { mtimeMs } = await stat(join(dir, name)).catch(() => ({ mtimeMs: Date.now() }));
    if (Date.now() - mtimeMs > 86_400_000) await rm(join(dir, name), { force: true });
  }
}

/**
 * A name that is a plain file in any folder, on any system, or null where the name is no `.txt`.
 * @example safeName('../../etc/内蒙古年鉴-2023.TXT') // '内蒙古年鉴-2023.txt'
 */
export function safeName(name: string): string | null {
  const [, stem = ''] = /^(.*)\.txt$/isu.exec(name.normalize('NFC').trim()) ?? [];
  const last = stem.split(/[/\\]/).at(-1) ?? '';
  const clean = last
    // Control characters, marks that turn the direction of writing, and what file systems refuse.
    .replace(/[\p{C}<>:"|?*]/gu, '')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  if (clean === '') return null;
  const own = /^(?:con|prn|aux|nul|com\d|lpt\d|lexicons)$/i.test(clean) ? `_${clean}` : clean;
  let short = own;
  while (Buffer.byteLength(short) > maxNameBytes) short = [...short].slice(0, -1).join('');
  return `${short}.txt`;
}

/** With its ending and what stands beside it while it is replaced, below what file systems take. */
const maxNameBytes = 200;

/** In the folder where a file of this name stands already, if there is just one. */
async function placeOf(corpusDir: string, dataDir: string, name: string): Promise<string> {
  const known = [...(await namesIn(corpusDir)), ...Object.keys(await appliedVolumes(dataDir))];
  const same = [...new Set(known)].filter((file) => file.split('/').at(-1) === name);
  return same.length === 1 ? (same[0] as string) : name;
}
