import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Top to bottom: a folder imports only from itself and from folders above it. */
const order = [
  'src/errors.ts',
  'src/package-root.ts',
  'src/config.ts',
  'src/log.ts',
  'src/text',
  'src/reading',
  'src/segment',
  'src/figures',
  'src/analysis',
  'src/index',
  'src/search',
  'src/answer',
  'src/conversation',
  'src/library',
  'src/evaluation',
  'src/cli',
  'handlers',
  'src/service.ts',
  'src/main.ts',
];

/** Places with narrower rights than the order gives them. */
const narrow: Record<string, readonly string[]> = {
  'src/figures': ['src/text'],
  'src/cli': order.filter((place) => place !== 'handlers'),
  handlers: [
    'src/errors.ts',
    'src/package-root.ts',
    'src/config.ts',
    'src/log.ts',
    'src/text',
    'src/figures',
    'src/answer',
    'src/conversation',
    'src/library',
  ],
};

const root = resolve(import.meta.dirname, '..');

function placeOf(file: string): string {
  const path = relative(root, file).replace(/\.js$/, '.ts');
  const place = order.find((p) => path === p || path.startsWith(`${p}/`));
  if (place === undefined) throw new Error(`${path} stands outside the layout`);
  return place;
}

/** Import lines that point against the direction, as `from -> to`. */
function forbidden(file: string, source: string): string[] {
  const from = placeOf(file);
  const allowed = narrow[from] ?? order.slice(0, order.indexOf(from));
  return [...source.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']*)'/g)]
    .map((match) => placeOf(resolve(dirname(file), match[1] as string)))
    .filter((to) => to !== from && !allowed.includes(to))
    .map((to) => `${relative(root, file)} -> ${to}`);
}

function importsOf(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(/from '(\.[^']*)'/g)].map((match) =>
    resolve(dirname(file), match[1] as string).replace(/\.js$/, '.ts'),
  );
}

function sources(dir: string): string[] {
  if (!existsSync(join(root, dir))) return [];
  return readdirSync(join(root, dir), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(root, dir, name));
}

describe('the direction of imports', () => {
  it('is top to bottom in every file', () => {
    const files = [...sources('src'), ...sources('handlers')];
    expect(files.length).toBeGreaterThan(3);
    expect(files.flatMap((file) => forbidden(file, readFileSync(file, 'utf8')))).toEqual([]);
  });

  it.each([
    ['src/text/span.ts', "import { describe } from '../segment/tree.js';"],
    ['src/figures/figure.ts', "import type { Entry } from '../segment/tree.js';"],
    ['src/answer/answer.ts', "import { createBot } from '../../handlers/bot.js';"],
    ['src/index/store.ts', "const lazy = await import('../answer/answer.js');"],
    ['handlers/bot.ts', "import { find } from '../src/index/store.js';"],
  ])('is refused upwards, from %s', (file, line) => {
    expect(forbidden(join(root, file), line)).toHaveLength(1);
  });

  it.each(['src/text', 'src/figures'])('goes in no circle within %s, types included', (folder) => {
    const files = sources(folder);
    const imports = new Map(files.map((file) => [file, importsOf(file)]));
    const reach = (from: string, to: string, seen: Set<string>): boolean =>
      (imports.get(from) ?? []).some((next) => {
        if (next === to) return true;
        if (seen.has(next)) return false;
        seen.add(next);
        return reach(next, to, seen);
      });
    const circular = files.filter((file) => reach(file, file, new Set()));
    expect(circular.map((file) => relative(root, file))).toEqual([]);
  });

  it('keeps Telegram out of src but for main', () => {
    const telegram = sources('src').filter(
      (file) =>
        placeOf(file) !== 'src/main.ts' && /from 'telegraf/.test(readFileSync(file, 'utf8')),
    );
    expect(telegram).toEqual([]);
  });
});
