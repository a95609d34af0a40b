import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRun, decodeRun, encodePosting, postingBytes } from '../../src/index/posting-code.js';

type Posting = readonly [slot: number, counts: readonly [number, number, number]];

/** One run as the index would hold it, after another that must not be touched. */
function written(postings: readonly Posting[]) {
  const out = new Uint8Array(16 + 16 * postings.length);
  const start = encodePosting(out, 0, 5, Uint8Array.of(9, 9, 9), 0);
  let end = start;
  let length = 0;
  let previous = -1;
  for (const [slot, counts] of postings) {
    // Counts stand somewhere in a longer array.
    const all = Uint8Array.of(7, 7, 7, ...counts);
    length += postingBytes(slot - previous, all, 3);
    end = encodePosting(out, end, slot - previous, all, 3);
    previous = slot;
  }
  return { postings: { runs: Uint32Array.of(0, start, end), bytes: out }, length };
}

function read({ postings }: ReturnType<typeof written>): Posting[] {
  const run = createRun(60);
  decodeRun(postings, 1, run);
  return Array.from({ length: run.length }, (_, i) => {
    const at = run.counts[i] as number;
    const [body = 0, heading = 0, path = 0] = at === 0 ? [1] : postings.bytes.subarray(at, at + 3);
    return [run.slots[i] as number, [body, heading, path]];
  });
}

const counts = fc
  .tuple(fc.nat({ max: 255 }), fc.nat({ max: 255 }), fc.nat({ max: 255 }))
  .filter(([body, heading, path]) => body + heading + path > 0);
const runs = fc.uniqueArray(fc.tuple(fc.nat({ max: 2 ** 32 - 2 }), counts), {
  selector: ([slot]) => slot,
  maxLength: 40,
});

describe('the code of a term’s run', () => {
  it('gives back any slots and counts', () => {
    fc.assert(
      fc.property(runs, (postings) => {
        const sorted = postings.sort(([a], [b]) => a - b);
        const run = written(sorted);
        expect(read(run)).toEqual(sorted);
        const [, start = 0, end = 0] = run.postings.runs;
        expect(end - start).toBe(run.length);
      }),
    );
  });

  it.each([
    ['once in the body, a near neighbour', [[0, [1, 0, 0]]], 1],
    ['once in the body, 63 on', [[62, [1, 0, 0]]], 1],
    ['once in the body, 64 on', [[63, [1, 0, 0]]], 2],
    ['twice in the body', [[0, [2, 0, 0]]], 4],
    ['once in body and heading', [[0, [1, 1, 0]]], 4],
    ['in the path alone', [[0, [0, 0, 1]]], 4],
  ] as const)('takes few bytes: %s', (_, postings, bytes) => {
    const run = written(postings);
    expect(run.length).toBe(bytes);
    expect(read(run)).toEqual(postings);
  });
});
