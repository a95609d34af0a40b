import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Problem } from '../../src/errors.js';
import { buildGeneration } from '../../src/library/builder.js';
import { DatedLog } from '../../src/library/dated-log.js';
import { readHistory } from '../../src/library/history.js';
import { Keeper, type KeeperOptions } from '../../src/library/keeper.js';
import { Library } from '../../src/library/service.js';

const admin = { id: 1, name: '甲' };
const other = { id: 2, name: '乙' };

let dir: string;
let corpusDir: string;
let dataDir: string;
let problems: Problem[];
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'nianjian-keeper-'));
  corpusDir = join(dir, 'corpus');
  dataDir = join(dir, 'data');
  mkdirSync(corpusDir);
  mkdirSync(dataDir);
  problems = [];
  write(3900);
});
afterEach(() => rmSync(dir, { recursive: true }));

function write(tons: number): void {
  writeFileSync(join(corpusDir, '内蒙古年鉴-2023.txt'), `【粮食】 粮食总产量${tons}万吨。`);
}

/** Builds in this process: what is tried is what comes before and after. */
function open(more: Partial<KeeperOptions> = {}) {
  const library = new Library();
  const keeper = new Keeper({
    ...{ library, corpusDir, dataDir, keep: 3, maxLostShare: 0.2 },
    lexiconDir: resolve(import.meta.dirname, '../../corpus/lexicons'),
    build: (order, onStep) => buildGeneration(order, onStep ?? (() => {})),
    audit: new DatedLog({ file: join(dataDir, 'audit.jsonl'), days: 1, onError: () => {} }),
    onProblem: (problem) => problems.push(problem),
    ...more,
  });
  const answer = async () => (await (await library.current()).ask('粮食总产量')).lead?.text;
  return { keeper, library, answer };
}

/** A history that cannot be written: a folder stands in its place. */
function blockHistory(): void {
  rmSync(join(dataDir, 'generations.json'));
  mkdirSync(join(dataDir, 'generations.json', 'x'), { recursive: true });
}

describe('the keeper of generations', () => {
  it('starts from the newest snapshot where the list of them is damaged, and says so', async () => {
    await open().keeper.start();
    writeFileSync(join(dataDir, 'generations.json'), '{');
    const build = () => new Promise<never>(() => {});
    const { keeper, answer } = open({ build });
    await keeper.start();
    expect(await answer()).toContain('3900万吨');
    expect(problems.map(({ code }) => code)).toEqual(['history-damaged']);
  });

  it('does not start from a snapshot of another corpus', async () => {
    await open().keeper.start();
    const elsewhere = join(dir, 'elsewhere');
    mkdirSync(elsewhere);
    writeFileSync(join(elsewhere, '辽宁年鉴-2023.txt'), '【粮食】 粮食总产量2484万吨。');
    const { keeper, answer } = open({ corpusDir: elsewhere });
    await keeper.start();
    expect(await answer()).toContain('2484万吨');
  });

  it('goes on with the old generation, and the old volume, where the list cannot be written', async () => {
    const { keeper, library, answer } = open();
    await keeper.start();
    const before = library.now;
    blockHistory();
    write(3950);
    expect(await keeper.reload(admin)).toMatchObject({
      kind: 'failed',
      problem: { code: 'file-unwritable' },
    });
    async function* content() {
      yield Buffer.from('【粮食】 粮食总产量1万吨。');
    }
    const checked = await keeper.check(admin, { name: '内蒙古年鉴-2023.txt', content: content() });
    const id = checked.kind === 'checked' ? checked.id : '';
    expect(await keeper.apply(admin, id)).toMatchObject({ kind: 'failed' });
    expect(readdirSync(join(dataDir, 'volumes'))).toEqual([]);
    expect(library.now).toBe(before);
    expect(await answer()).toContain('3900万吨');
  });

  it('does one thing at a time, and tells the second who is at it', async () => {
    const { keeper } = open();
    await keeper.start();
    const first = keeper.reload(admin);
    for (const second of [keeper.reload(other), keeper.rollback(other)]) {
      expect(await second).toMatchObject({ kind: 'busy', work: { actor: admin, what: 'reload' } });
    }
    expect((await first).kind).toBe('reloaded');
    expect((await keeper.reload(other)).kind).toBe('reloaded');
  });

  it('lets a person wait for what the start brings', async () => {
    await open().keeper.start();
    write(3950);
    const { keeper, answer } = open();
    await keeper.start();
    expect(await keeper.reload(admin)).toMatchObject({ kind: 'reloaded', change: { changed: 0 } });
    expect(await answer()).toContain('3950万吨');
  });

  it('does not load again what serves already', async () => {
    const { keeper, library } = open();
    await keeper.start();
    const { now } = library;
    expect(await keeper.reload(admin)).toMatchObject({ kind: 'reloaded', number: 1 });
    expect(library.now).toBe(now);
  });

  it('lets whoever comes while the first is built wait for it', async () => {
    const { keeper, library } = open();
    const starting = keeper.start();
    const outcome = await keeper.reload(admin);
    expect(outcome).toMatchObject({ kind: 'reloaded', number: 1 });
    await starting;
    expect(library.now?.number).toBe(1);
  });

  it('says what the first cannot be built for', async () => {
    rmSync(join(corpusDir, '内蒙古年鉴-2023.txt'));
    await expect(open().keeper.start()).rejects.toMatchObject({
      problem: { code: 'corpus-empty' },
    });
  });

  it('finds nothing to go back to where one generation is kept', async () => {
    const { keeper } = open({ keep: 1 });
    await keeper.start();
    write(3950);
    await keeper.reload(admin);
    expect(await keeper.rollback(admin)).toMatchObject({
      problem: { code: 'no-older-generation', detail: { keep: 1 } },
    });
    expect(readdirSync(dataDir).filter((name) => name.endsWith('.snapshot'))).toHaveLength(1);
  });

  it('goes back over a generation that is damaged, and names it', async () => {
    const { keeper, answer } = open();
    await keeper.start();
    const [first] = readdirSync(dataDir).filter((name) => name.endsWith('.snapshot'));
    for (const tons of [3950, 4000]) {
      write(tons);
      await keeper.reload(admin);
    }
    const { generations } = await readHistory(dataDir, () => {});
    const middle = generations.at(-2)?.snapshot ?? '';
    expect(middle).not.toBe(first);
    writeFileSync(join(dataDir, middle), 'NIANJIAN');
    const outcome = await keeper.rollback(admin);
    expect(outcome).toMatchObject({ kind: 'rolled-back', from: 3, number: 1 });
    expect(outcome.kind === 'rolled-back' && outcome.passed.map(({ code }) => code)).toEqual([
      'snapshot-damaged',
    ]);
    expect(await answer()).toContain('3900万吨');
  });
});
