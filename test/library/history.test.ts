import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Problem } from '../../src/errors.js';
import {
  type History,
  olderOf,
  prune,
  readHistory,
  withBuilt,
  writeHistory,
} from '../../src/library/history.js';

const nothing: History = { serving: null, heldBack: null, generations: [] };
const builtAt = '2026-03-01T08:00:00.000Z';
const entry = (name: string) => ({
  ...{ snapshot: `${name}.snapshot`, corpusDir: 'corpus', builtAt, inputs: name },
});

/** Snapshots by name, each put into service after the one before. */
function built(names: string, keep = 9): History {
  return [...names].reduce((history, name) => withBuilt(history, entry(name), keep), nothing);
}
const named = (entries: History['generations']) => entries.map(({ inputs }) => inputs).join('');
const servingIn = ({ serving, generations }: History) =>
  generations.find(({ number }) => number === serving)?.inputs;
/** As a roll-back leaves it. */
const backTo = (history: History, name: string): History => ({
  ...history,
  serving: history.generations.find(({ inputs }) => inputs === name)?.number ?? null,
  heldBack: servingIn(history) ?? null,
});

describe('the history of generations', () => {
  it.each([
    ['is empty at first', nothing, ''],
    ['has nothing older than the first', built('A'), ''],
    ['goes back from the newest, nearest first', built('ABC'), 'BA'],
    ['forgets what is not kept', built('ABCD', 2), 'C'],
    ['keeps the one in service where one is kept', built('ABC', 1), ''],
    ['goes back further from one gone back to', backTo(built('ABC'), 'B'), 'A'],
    [
      'goes back to what served before, even where that had been gone back to',
      withBuilt(backTo(built('AB'), 'A'), entry('C'), 9),
      'AB',
    ],
    [
      'knows a generation that comes again',
      withBuilt(backTo(built('AB'), 'A'), entry('B'), 9),
      'A',
    ],
  ])('%s', (_, history, older) => {
    expect(named(olderOf(history) as History['generations'])).toBe(older);
  });

  it('gives each snapshot one number, counting up', () => {
    expect(built('ABA').generations.map(({ inputs, number }) => [inputs, number])).toEqual([
      ['B', 2],
      ['A', 1],
    ]);
  });

  it('holds nothing back any more once something was built', () => {
    expect(withBuilt(backTo(built('AB'), 'A'), entry('B'), 9).heldBack).toBeNull();
  });

  it('has the one in service, each snapshot once, and no more than are kept', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'ABCDE'), minLength: 1 }),
        fc.integer({ min: 1, max: 4 }),
        (names, keep) => {
          const history = built(names, keep);
          expect(servingIn(history)).toBe(names.at(-1));
          expect(history.generations.length).toBeLessThanOrEqual(keep);
          expect(new Set(history.generations.map(({ number }) => number)).size).toBe(
            history.generations.length,
          );
        },
      ),
    );
  });
});

describe('the history on disk', () => {
  let dir: string;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'nianjian-history-'));
  });
  afterEach(() => rmSync(dir, { recursive: true }));

  it('is read as it was written', async () => {
    expect(await readHistory(dir, () => {})).toEqual(nothing);
    await writeHistory(dir, built('AB'));
    expect(await readHistory(dir, () => {})).toEqual(built('AB'));
    expect(readdirSync(dir)).toEqual(['generations.json']);
  });

  it.each([
    ['torn', '{"serving": 1, "gene'],
    ['of another form', '{"serving": "1"}'],
    [
      'pointing out of its folder',
      JSON.stringify({ ...built('A'), generations: [{ ...entry('../A'), number: 1 }] }),
    ],
  ])('%s is told and set aside, not overwritten', async (_, text) => {
    writeFileSync(join(dir, 'generations.json'), text);
    const problems: Problem[] = [];
    expect(await readHistory(dir, (problem) => problems.push(problem))).toEqual(nothing);
    expect(problems.map(({ code }) => code)).toEqual(['history-damaged']);
    expect(readFileSync(join(dir, 'generations.json.damaged'), 'utf8')).toBe(text);
  });

  it('that is damaged is left to the bot, and no snapshot is dropped meanwhile', async () => {
    for (const name of ['generations.json', 'A.snapshot', 'B.snapshot'])
      writeFileSync(join(dir, name), '{');
    await prune(dir, 1);
    expect(readdirSync(dir).sort()).toEqual(['A.snapshot', 'B.snapshot', 'generations.json']);
  });

  it('keeps its snapshots where commands leave newer ones', async () => {
    const age = (name: string, hours: number) => {
      writeFileSync(join(dir, name), '');
      const at = Date.now() / 1000 - hours * 3600;
      utimesSync(join(dir, name), at, at);
    };
    await writeHistory(dir, built('AB'));
    age('A.snapshot', 9);
    age('B.snapshot', 8);
    age('old.snapshot', 7);
    age('new.snapshot', 1);
    age('torn.snapshot.ab12.tmp', 2);
    age('fresh.snapshot.ab12.tmp', 0);
    await prune(dir, 1);
    expect(readdirSync(dir).sort()).toEqual([
      ...['A.snapshot', 'B.snapshot', 'fresh.snapshot.ab12.tmp', 'generations.json'],
      'new.snapshot',
    ]);
  });
});
