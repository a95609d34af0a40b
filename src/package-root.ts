import { join, resolve } from 'node:path';

/** The folder that holds `package.json`, from `dist/src` as from `src`. */
export const packageRoot = resolve(
  import.meta.dirname,
  import.meta.dirname.includes(join('dist', 'src')) ? '../..' : '..',
);
