import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { NianjianError } from '../errors.js';

/** Name of the file at a corpus folder's root that tells what its volumes are. */
export const manifestName = 'manifest.json';

const schema = z
  .strictObject({
    volumes: z.array(
      z.strictObject({
        title: z.string().trim().min(1),
        edition: z.int().min(1000).max(9999).optional(),
        /** The year reported on, where it is not edition − 1. */
        year: z.int().min(1000).max(9999).optional(),
        region: z.string().trim().min(1).optional(),
        files: z
          .array(
            z.strictObject({
              file: z.string().min(1),
              section: z.string().trim().min(1).optional(),
              /** Where facts come from: for people and for the proof of the shipped volumes. */
              sources: z.unknown().optional(),
              entries: z.unknown().optional(),
            }),
          )
          .min(1),
        sources: z.unknown().optional(),
      }),
    ),
  })
  .check(({ value, issues }) => {
    const seen = new Set<string>();
    value.volumes.forEach(({ files }, v) => {
      files.forEach(({ file }, f) => {
        if (seen.has(file)) {
          const path = ['volumes', v, 'files', f, 'file'];
          issues.push({ code: 'custom', message: `${file} is listed twice`, path, input: file });
        }
        seen.add(file);
      });
    });
  });

export type Manifest = z.infer<typeof schema>;

/**
 * @returns the manifest and its bytes as text; null where the folder has none
 * @throws NianjianError `manifest-invalid` with the place inside the JSON
 */
export async function readManifest(
  dir: string,
): Promise<{ readonly manifest: Manifest; readonly source: string } | null> {
  const file = join(dir, manifestName);
  const source = await readFile(file, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT' || cause.code === 'ENOTDIR') return null;
    throw invalid(file, { reason: cause.message.split(',')[0] as string, cause });
  });
  if (source === null) return null;
  let data: unknown;
  try {
    data = JSON.parse(source.replace(/^\ufeff/, ''));
  } catch (cause) {
    const reason = (cause as Error).message;
    throw invalid(file, { reason, cause, line: lineOf(source, reason) });
  }
  const { data: manifest, error } = schema.safeParse(data);
  if (error !== undefined) {
    const { path, message } = error.issues[0] as z.core.$ZodIssue;
    const reason = path.length === 0 ? message : `${path.join('.')}: ${message}`;
    throw invalid(file, { reason, cause: error });
  }
  return { manifest, source };
}

function invalid(
  file: string,
  { reason, cause, line }: { reason: string; cause: unknown; line?: number | undefined },
): NianjianError {
  const place = line === undefined ? { file } : { file, line };
  return new NianjianError('manifest-invalid', { reason }, place, { cause });
}

/** Where JSON.parse stopped; undefined where it does not say. */
function lineOf(source: string, message: string): number | undefined {
  const position = /at position (\d+)/.exec(message)?.[1];
  if (position !== undefined) return source.slice(0, Number(position)).split('\n').length;
  return message.includes('Unexpected end') ? source.trimEnd().split('\n').length : undefined;
}
