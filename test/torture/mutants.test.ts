import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { NianjianError } from '../../src/errors.js';
import { type BuildOrder, buildGeneration } from '../../src/library/builder.js';
import { loadGeneration } from '../../src/library/load.js';
import { createRandom } from './corpora.mjs';
import { long, report } from './size.js';

const count = long ? 1000 : 60;
const dir = mkdtempSync(join(tmpdir(), 'nianjian-mutants-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const lexiconDir = resolve(import.meta.dirname, '../../corpus/lexicons');
const samples = ['宁夏年鉴样卷-2026.txt', '广东年鉴样卷-2026.txt'].map((name) =>
  readFileSync(resolve(import.meta.dirname, '../../corpus', name)).subarray(0, 4000),
);
const manifest = Buffer.from(
  JSON.stringify({ volumes: [{ title: '甲年鉴', edition: 2024, files: [{ file: 'a.txt' }] }] }),
);

/** What stands out in a volume, a table or an encoding. */
const bits = [
  ...[
    '【',
    '】',
    '【】',
    '\n',
    '\r',
    '。',
    '“',
    '「',
    '（',
    '\t',
    '\u3000',
    '\ufeff',
    '�',
    '\u0000',
  ],
  ...['2023卷', '# 章', '第一章', '%', '亿元', '1,276.4', '９９', '-', '…', '😀', '\u202e', '《'],
].map((text) => Buffer.from(text));
const strange = [
  ...bits,
  ...[[0xff, 0xfe], [0xfe, 0xff], [0x81], [0xc3, 0x28], [0x1f, 0x8b, 8]].map((b) => Buffer.from(b)),
];

type Random = (below: number) => number;

/** Some bytes changed, taken out, put in, doubled, moved, or the rest cut off. */
function mutated(bytes: Buffer, random: Random): Buffer {
  let result = bytes;
  for (let times = 1 + random(12); times > 0; times--) {
    const at = random(result.length + 1);
    const to = Math.min(result.length, at + random(200));
    const [head, cut, tail] = [
      result.subarray(0, at),
      result.subarray(at, to),
      result.subarray(to),
    ];
    const bit = strange[random(strange.length)] as Buffer;
    switch (random(7)) {
      case 0:
        result = Buffer.concat([head, tail]);
        break;
      case 1:
        result = Buffer.concat([head, cut, cut, tail]);
        break;
      case 2:
        result = Buffer.concat([
          head,
          Buffer.from(cut.map((byte) => byte ^ (1 << random(8)))),
          tail,
        ]);
        break;
      case 3:
        result = Buffer.concat([tail, head, cut]);
        break;
      case 4:
        result = Buffer.concat([
          head,
          ...Array.from({ length: 1 + random(300) }, () => bit),
          cut,
          tail,
        ]);
        break;
      case 5:
        result = head.length > 0 && random(4) === 0 ? head : result;
        break;
      default:
        result = Buffer.concat([head, bit, cut, tail]);
    }
  }
  return result;
}

const orderOf = (corpusDir: string, dataDir: string, before: string | null): BuildOrder => ({
  ...{ corpusDir, dataDir, before, lexiconDir, over: {}, maxLostShare: null },
  ...{ previewOnly: false, focus: null, heldBack: null },
});

it(`builds from ${count} mutated corpora, or says what is wrong`, async () => {
  const random = createRandom(11);
  const outcomes = new Map<string, number>();
  let before: string | null = null;
  for (let n = 0; n < count; n++) {
    const corpusDir = join(dir, `corpus-${n}`);
    mkdirSync(corpusDir);
    samples.forEach((sample, i) => {
      const name = i === 0 ? 'a.txt' : `乙${n}.txt`;
      writeFileSync(join(corpusDir, name), mutated(sample, random));
    });
    if (random(3) === 0) {
      const bytes = random(2) === 0 ? manifest : mutated(manifest, random);
      writeFileSync(join(corpusDir, 'manifest.json'), bytes);
    }
    let outcome = 'built';
    try {
      const built = await buildGeneration(orderOf(corpusDir, dir, before), () => {});
      const file = join(dir, built.snapshot);
      const { ask } = await loadGeneration(file);
      for (const question of ['粮食产量是多少', '2025年GDP增长多少', '】【']) await ask(question);
      if (before !== null && before !== file) rmSync(before, { force: true });
      before = file;
    } catch (error) {
      if (!(error instanceof NianjianError)) throw error;
      outcome = error.problem.code;
    }
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    rmSync(corpusDir, { recursive: true });
  }
  report('mutated corpora', Object.fromEntries(outcomes));
  expect(outcomes.get('built')).toBeGreaterThan(count / 2);
}, 1_800_000);

it(`refuses ${count} mutated snapshots by name, the sum of some made right again`, async () => {
  const corpusDir = join(dir, 'corpus');
  mkdirSync(corpusDir);
  samples.forEach((sample, i) => {
    writeFileSync(join(corpusDir, `${i}.txt`), sample);
  });
  const { snapshot } = await buildGeneration(orderOf(corpusDir, dir, null), () => {});
  const good = readFileSync(join(dir, snapshot));
  const random = createRandom(12);
  const outcomes = new Map<string, number>();
  for (let n = 0; n < count; n++) {
    const forged = n % 4 === 0;
    const bytes = Buffer.from(mutated(good, random));
    if (forged && bytes.length > 48) {
      // The header is 48 bytes: magic, version, sum, length.
      good.copy(bytes, 0, 0, 12);
      createHash('sha256').update(bytes.subarray(44)).digest().copy(bytes, 12);
    }
    const file = join(dir, 'mutant.snapshot');
    writeFileSync(file, bytes);
    const code = await loadGeneration(file).then(
      () => 'loaded',
      (error: unknown) => {
        if (!(error instanceof NianjianError)) throw error;
        return error.problem.code;
      },
    );
    const key = forged ? `forged: ${code}` : code;
    outcomes.set(key, (outcomes.get(key) ?? 0) + 1);
    if (!forged && !bytes.equals(good)) expect(code).not.toBe('loaded');
  }
  report('mutated snapshots', Object.fromEntries(outcomes));
}, 1_800_000);
