import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { NianjianError, type Problem } from '../errors.js';
import { type Encoding, readTextFile } from './decode.js';
import { type Manifest, readManifest } from './manifest.js';
import type { VolumeInfo } from './volume.js';
import { parseFileName, parseVolumeLine, regionOf } from './volume-name.js';

/** A folder of volumes as read; nothing in it is cut yet. */
export interface Corpus {
  readonly dir: string;
  /** Of names, contents and manifest: another hash, another corpus. */
  readonly hash: string;
  /** In name order. */
  readonly files: readonly CorpusFile[];
}

export interface CorpusFile {
  /** Relative to the corpus folder, with `/`. */
  readonly file: string;
  /** Decoded; empty where the file could not be read. */
  readonly text: string;
  readonly encoding: Encoding | null;
  /** Null where the file could not be read. */
  readonly volume: VolumeInfo | null;
  /** Chapter, from the manifest or the file's name. */
  readonly section: string | null;
  readonly problems: readonly Problem[];
}

/**
 * Reads every `.txt` below the folder but its lexicons and what is hidden. A file that cannot be
 * read is named in its `problems`; the others are read all the same.
 *
 * @param over files that stand in the place of the folder's own, or beside them: name as the
 *   folder would call it, to the path where the file is
 * @throws NianjianError `corpus-missing`, or `manifest-invalid`
 */
export async function readCorpus(
  dir: string,
  over: Readonly<Record<string, string>> = {},
): Promise<Corpus> {
  const names = [...new Set([...(await namesIn(dir)), ...Object.keys(over)])].sort();
  const read = await readManifest(dir);
  const hash = createHash('sha256').update(read?.source ?? '');
  const files: CorpusFile[] = [];
  for (const file of names) {
    const path = Object.hasOwn(over, file) ? (over[file] as string) : join(dir, file);
    const one = await readOne(path, file, read?.manifest);
    hash.update(`\0${file}\0${one.text}`);
    files.push(one);
  }
  const missing = (read?.manifest.volumes ?? [])
    .flatMap(({ files: listed }) => listed.map(({ file }) => file))
    .filter((file) => !names.includes(file));
  for (const file of missing) {
    files.push(unreadable(file, { code: 'manifest-file-missing', detail: {}, place: { file } }));
  }
  return { dir, hash: hash.digest('hex'), files };
}

/** Of the volumes in a folder, relative to it, with `/`, sorted. */
export async function namesIn(dir: string): Promise<string[]> {
  const found = await readdir(dir, { recursive: true, withFileTypes: true }).catch((cause) => {
    throw new NianjianError('corpus-missing', { dir }, {}, { cause });
  });
  return found
    .filter(({ name }) => /\.txt$/i.test(name))
    .map(({ parentPath, name }) => relative(dir, join(parentPath, name)).replaceAll('\\', '/'))
    .filter((name) => !/(?:^|\/)(?:\.|lexicons\/)/.test(name))
    .sort();
}

async function readOne(
  path: string,
  file: string,
  manifest: Manifest | undefined,
): Promise<CorpusFile> {
  try {
    const { text, encoding, problems } = await readTextFile(path, file);
    const { volume, section } = identify(file, text, manifest);
    return { file, text, encoding, volume, section, problems };
  } catch (error) {
    if (error instanceof NianjianError) return unreadable(file, error.problem);
    throw error;
  }
}

function unreadable(file: string, problem: Problem): CorpusFile {
  return { file, text: '', encoding: null, volume: null, section: null, problems: [problem] };
}

/** The manifest first, then the first line, then the name; what one does not say the next may. */
function identify(
  file: string,
  text: string,
  manifest: Manifest | undefined,
): { volume: VolumeInfo; section: string | null } {
  for (const { files, title, edition = null, year, region } of manifest?.volumes ?? []) {
    const listed = files.find((one) => one.file === file);
    if (listed === undefined) continue;
    const info = { title, edition, year: year ?? null, region: region ?? null };
    return { volume: volumeInfo(info), section: listed.section ?? null };
  }
  const line = parseVolumeLine(/^\s*(.*)/.exec(text)?.[1] ?? '');
  const name = parseFileName(file.split('/').at(-1) ?? file);
  const title = line?.title ?? name.title ?? '年鉴';
  const edition = line?.edition ?? name.edition;
  return {
    volume: volumeInfo({ title, edition, year: null, region: null }),
    section: name.section,
  };
}

function volumeInfo({ title, edition, year, region }: Omit<VolumeInfo, 'name'>): VolumeInfo {
  return {
    title,
    name: edition === null ? title : `${title} ${edition}卷`,
    edition,
    year: year ?? (edition === null ? null : edition - 1),
    region: region ?? regionOf(title),
  };
}
