import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ClassicLevel } from 'classic-level';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Journal } from '../../../handlers/delivery/journal.js';
import { aboutOf } from '../../../handlers/lane.js';
import { createLog } from '../../../src/log.js';

let dataDir: string;
let logged: string[];
let journal: Journal | undefined;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'nianjian-journal-'));
  logged = [];
});
afterEach(async () => {
  await journal?.close();
  journal = undefined;
  rmSync(dataDir, { recursive: true, force: true });
});

const log = createLog({ level: 'debug', secrets: [], write: (line) => void logged.push(line) });
const open = async (now?: () => number) => {
  await journal?.close();
  journal = await Journal.open({ dataDir, log, aboutOf, ...(now && { now }) });
  return journal;
};
/** As a killed process leaves it: copied while it is in use. */
const crash = async () => {
  const copy = mkdtempSync(join(tmpdir(), 'nianjian-crash-'));
  cpSync(dataDir, copy, { recursive: true });
  await journal?.close();
  rmSync(dataDir, { recursive: true, force: true });
  dataDir = copy;
  journal = undefined;
};
const update = (id: number) => ({ update_id: id, message: { text: `问题${id}`.repeat(100) } });
const folder = () => join(dataDir, 'journal');
const files = (form: RegExp) =>
  readdirSync(folder())
    .filter((name) => form.test(name))
    .map((name) => join(folder(), name));

describe('the journal', () => {
  it('keeps after a crash what was not done, how far it came, and in the order of arrival', async () => {
    const first = await open();
    await first.accept([update(12), update(11), update(10), update(13)]);
    first.done(12);
    first.answering(11);
    await first.sending(10);
    first.done(13);
    await first.sending(10);
    await crash();
    const second = await open();
    expect(second.open.map(({ id, state }) => [id, state])).toEqual([
      [11, 'answering'],
      [10, 'sending'],
    ]);
    expect(second.open[0]?.update).toEqual(update(11));
    expect(await second.accept([update(10), update(12), update(14)])).toMatchObject([{ id: 14 }]);
  });

  it('knows how old an update is, whichever way the clock was set meanwhile', async () => {
    const noon = Date.UTC(2026, 0, 1, 12);
    await (await open(() => noon)).accept([update(1)]);
    const ageAt = async (now: number) => {
      const [entry] = (await open(() => now)).open;
      return Math.round((performance.now() - (entry?.bornAt ?? 0)) / 1000);
    };
    expect(await ageAt(noon + 60_000)).toBe(60);
    expect(await ageAt(noon - 3_600_000)).toBe(0);
  });

  it('is held by one bot at a time, and tells the second by whom and since when', async () => {
    await open();
    const { since } = JSON.parse(readFileSync(join(dataDir, 'bot.json'), 'utf8'));
    await expect(Journal.open({ dataDir, log, aboutOf })).rejects.toMatchObject({
      problem: { code: 'data-held', detail: { pid: process.pid, since } },
    });
  });

  it('stays small while updates come and go', async () => {
    const it = await open();
    for (let i = 0; i < 200; i++) {
      const batch = Array.from({ length: 100 }, (_, k) => update(i * 100 + k));
      await it.accept(batch);
      for (const { update_id: id } of batch) it.done(id);
    }
    const bytes = readdirSync(folder()).reduce(
      (sum, name) => sum + readFileSync(join(folder(), name)).length,
      0,
    );
    expect(bytes).toBeLessThan(12e6);
    expect((await open()).open).toEqual([]);
  });
});

describe('a damaged journal', () => {
  /** The same bytes each time: 1200 updates in two tables. */
  const fillTables = async () => {
    const it = await open(() => Date.UTC(2026, 0, 1, 12));
    for (let i = 0; i < 60; i++) {
      await it.accept(Array.from({ length: 20 }, (_, k) => update(i * 20 + k)));
    }
    // What was written lies in tables after this.
    await open();
    await journal?.close();
    journal = undefined;
  };
  const fillLog = async () => {
    const it = await open();
    for (let i = 0; i < 30; i++) await it.accept([update(i)]);
  };
  const overwrite = (file: string | undefined, at: number, length: number) => {
    const bytes = readFileSync(file as string);
    const start = Math.floor(bytes.length * at);
    bytes.fill(0xa5, start, Math.min(bytes.length, start + length));
    writeFileSync(file as string, bytes);
  };

  it.each<[string, () => void, number]>([
    ['a table is overwritten in its middle', () => overwrite(files(/\.ldb$/)[0], 0.5, 2000), 600],
    ['a table ends early', () => writeFileSync(files(/\.ldb$/)[0] as string, 'short'), 0],
    ['a table is gone', () => rmSync(files(/\.ldb$/)[0] as string), 0],
    ['the list of tables is garbage', () => overwrite(files(/^MANIFEST/)[0], 0, 40), 600],
    [
      'all is garbage',
      () => {
        for (const file of files(/./)) overwrite(file, 0, 1e6);
      },
      0,
    ],
  ])(
    'is named and set aside when %s, and what can be read is worked on',
    async (_, damage, least) => {
      await fillTables();
      damage();
      const mended = await open();
      const aside = readdirSync(dataDir).filter((name) => name.startsWith('journal.damaged-'));
      expect(aside).toHaveLength(1);
      expect(logged.join('\n')).toContain(aside[0]);
      expect(logged.join('\n')).toContain('journal-damaged');
      expect(mended.size).toBeGreaterThanOrEqual(least);
      expect(mended.size).toBeLessThan(1201);
      for (const entry of mended.open) expect(entry.update).toEqual(update(entry.id));
      // It is a journal like any other.
      expect(await mended.accept([update(9000)])).toHaveLength(1);
      expect((await open()).open.at(-1)?.id).toBe(9000);
    },
  );

  it.each([
    ['alters records', 0, 400, 1],
    ['makes LevelDB pass over records', 0, 3608, 1],
    ['makes LevelDB stop in the middle', 0, 45307, 1],
    ['makes LevelDB end its process', 1, 10970, 8],
    ['changes a key', 1, 9160, 32],
    ['lies in the list of blocks', 0, 106_000, 4],
  ])('is noticed when one bit %s', async (_, table, place, bit) => {
    await fillTables();
    const file = files(/\.ldb$/)[table] as string;
    const bytes = readFileSync(file);
    bytes.writeUInt8(bytes.readUInt8(place) ^ bit, place);
    writeFileSync(file, bytes);
    const mended = await open();
    expect(logged.join('\n')).toContain('journal-damaged');
    expect(mended.size).toBeGreaterThan(600);
    for (const entry of mended.open) expect(entry.update).toEqual(update(entry.id));
  });

  it('is no journal in which records are missing that LevelDB knows nothing of', async () => {
    await fillLog();
    await journal?.close();
    journal = undefined;
    const db = new ClassicLevel(folder());
    await db.del('update!7');
    await db.close();
    expect((await open()).size).toBe(29);
    expect(logged.join('\n')).toContain('records are missing');
  });

  it('is noticed as well where LevelDB keeps silent: in the middle of its log', async () => {
    await fillLog();
    await crash();
    overwrite(files(/\.log$/)[0], 0.5, 10);
    const mended = await open();
    expect(logged.join('\n')).toContain('journal-damaged');
    expect(mended.size).toBeGreaterThan(0);
  });

  it('is not what a process leaves that was killed in the middle of writing', async () => {
    await fillLog();
    await crash();
    const [wal] = files(/\.log$/);
    const bytes = readFileSync(wal as string);
    writeFileSync(wal as string, bytes.subarray(0, bytes.length - 100));
    expect((await open()).size).toBe(29);
    expect(logged).toEqual([]);
  });
});
