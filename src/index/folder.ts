import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Makes a folder and those above it; that it is there already is fine. Node's own `recursive` never
 * returns where nothing can be made although the folder above is there (as in /proc).
 *
 * @throws what making it fails with
 */
export async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path);
  } catch (error) {
    const { code } = error as { readonly code?: string };
    if (code === 'EEXIST' && (await stat(path)).isDirectory()) return;
    if (code !== 'ENOENT' || dirname(path) === path) throw error;
    await makeFolder(dirname(path));
    // Somebody else may have been faster.
    await mkdir(path).catch((again) => {
      if (again.code !== 'EEXIST') throw again;
    });
  }
}
