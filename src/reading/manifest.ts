import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { NianjianError } from '../errors.js';

/** Name of the file at a corpus folder's root that tells what its volumes are. */
export const manifestName = 'manifest.json';

const schema = z.strictObject({
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
  const source = await readFile(file, 'utf8').catch(() => null);
  if (source === null) return null;
  try {
    return { manifest: schema.parse(JSON.parse(source)), source };
  } catch (cause) {
    const issue = cause instanceof z.ZodError ? cause.issues[0] : undefined;
    const reason = issue
      ? `${issue.path.join('.')}: ${issue.message}`
      : cause instanceof Error
        ? cause.message
        : '';
    throw new NianjianError('manifest-invalid', { reason }, { file }, { cause });
  }
}
