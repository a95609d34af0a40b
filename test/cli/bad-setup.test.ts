import { cp, mkdir, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { folderWith, projectRoot, runCommand, smallVolume, stackTrace } from './command.js';

let cwd: string;
beforeAll(async () => {
  cwd = await folderWith({ '甲省年鉴-2023.txt': smallVolume });
});
afterAll(() => rm(cwd, { recursive: true, force: true }));

describe.concurrent('a command in a bad setting says what, where and the remedy, and exits 2', () => {
  it.each([
    [
      'a corpus folder that does not exist',
      ['check', '--corpus', 'nowhere'],
      {},
      /nowhere.*--corpus/,
    ],
    ['one named by the environment', ['check'], { CORPUS_DIR: 'gone' }, /gone.*CORPUS_DIR/],
    ['a value that is no number', ['check'], { HTTP_PORT: 'abc' }, /HTTP_PORT.*0–65535/],
    ['a slip in a key', ['check'], { BOT_TOKN: 'x' }, /BOT_TOKN.*BOT_TOKEN/],
    ['a key in small letters', ['check'], { 'data-dir': 'x' }, /data-dir.*DATA_DIR/],
    ['a service account', ['check'], { ADMIN_IDS: '777000' }, /ADMIN_IDS.*777000/],
    ['a webhook without secret', ['check'], { WEBHOOK_URL: 'https://x.org/' }, /WEBHOOK_SECRET/],
    [
      'a message in English',
      ['check'],
      { HTTP_PORT: 'abc', DEFAULT_LANGUAGE: 'en' },
      /is wrong; it takes/,
    ],
    ['an unknown command', ['chek'], {}, /check/],
    ['an unknown option', ['check', '--corpsu', 'x'], {}, /--corpus/],
    ['no command', [], {}, /Usage/],
  ] as const)('%s', async (_, args, env, expected) => {
    const { code, stdout, stderr } = await runCommand(args, { cwd, env });
    expect(stderr).toMatch(expected);
    expect(stderr).not.toMatch(stackTrace);
    expect([code, stdout]).toEqual([2, '']);
  });

  it('a slip in the file .env', async () => {
    const own = await folderWith({ '.env': 'BOT_TOEKN=\n' });
    const { code, stderr } = await runCommand(['check'], { cwd: join(own, 'corpus') });
    await rm(own, { recursive: true });
    expect(stderr).toMatch(/BOT_TOEKN.*BOT_TOKEN/);
    expect(code).toBe(2);
  });

  it('a corpus without entries', async () => {
    await mkdir(join(cwd, 'bare'), { recursive: true });
    const { code, stdout, stderr } = await runCommand(['index', '--corpus', 'bare'], { cwd });
    expect(stderr).toMatch(/bare.*【标题】/);
    expect([code, stdout]).toEqual([2, '']);
  });
});

describe.concurrent('--help', () => {
  it.each(['ask', 'chat', 'index', 'check', 'figures', 'evaluate'])(
    'of %s exits 0',
    async (name) => {
      const { code, stdout, stderr } = await runCommand([name, '--help'], { cwd });
      expect([code, stderr]).toEqual([0, '']);
      expect(stdout).toContain(`nianjian ${name}`);
    },
  );
});

describe.concurrent('where nodejieba’s binary', () => {
  /** A copy of the program beside the real modules, but for nodejieba's binary. */
  async function installWithout(binary: string | null): Promise<string> {
    const root = await folderWith({});
    await cp(join(projectRoot, 'dist'), join(root, 'dist'), { recursive: true });
    await cp(join(projectRoot, 'package.json'), join(root, 'package.json'));
    await symlink(join(projectRoot, 'corpus', 'lexicons'), join(root, 'corpus', 'lexicons'));
    const [real, modules] = [join(projectRoot, 'node_modules'), join(root, 'node_modules')];
    await mkdir(join(modules, 'nodejieba', 'build', 'Release'), { recursive: true });
    for (const name of await readdir(real)) {
      if (name !== 'nodejieba') await symlink(join(real, name), join(modules, name));
    }
    for (const name of ['package.json', 'index.js']) {
      await cp(join(real, 'nodejieba', name), join(modules, 'nodejieba', name));
    }
    if (binary !== null) {
      const file = join(modules, 'nodejieba', 'build', 'Release', 'nodejieba.node');
      await writeFile(file, binary);
    }
    return root;
  }

  let without: string;
  let torn: string;
  beforeAll(async () => {
    without = await installWithout(null);
    torn = await installWithout('no binary');
  });
  afterAll(async () => {
    for (const dir of [without, torn]) await rm(dir, { recursive: true, force: true });
  });

  it.each([
    ['ask', '粮食'],
    ['chat'],
    ['index'],
    ['check'],
    ['figures'],
    ['evaluate', '--passages', 'p', '--questions', 'q'],
  ])('is missing, %s says how to build it and exits 2', async (...args) => {
    const program = join(without, 'dist', 'src', 'cli', 'main.js');
    const { code, stdout, stderr } = await runCommand(args, { cwd, program });
    expect(stderr).toMatch(
      /^[^\n]*nodejieba[^\n]*g\+\+、make 和 python3[^\n]*npm rebuild nodejieba[^\n]*\n$/,
    );
    expect([code, stdout]).toEqual([2, '']);
  });

  it('is missing, the start script says so too', async () => {
    const program = join(without, 'dist', 'src', 'main.js');
    const { code, stderr } = await runCommand([], { cwd, program });
    expect(stderr).toContain('npm rebuild nodejieba');
    expect(code).toBe(2);
  });

  it('cannot be loaded, ask says the same', async () => {
    const program = join(torn, 'dist', 'src', 'cli', 'main.js');
    const args = ['ask', '--corpus', 'corpus', '粮食'];
    const { code, stdout, stderr } = await runCommand(args, { cwd, program });
    expect(stderr).toContain('npm rebuild nodejieba');
    expect(stderr).not.toMatch(stackTrace);
    expect([code, stdout]).toEqual([2, '']);
  });
});
