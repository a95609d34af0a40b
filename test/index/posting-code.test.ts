import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodePostings, encodePosting } from '../../src/index/posting-code.js';

type Posting = readonly [slot: number, counts: readonly [number, number, number]];

/** One run as the index would hold it, after another that must not be touched. */
function written(postings: readonly Posting[]) {
  const out = { bytes: new Uint8Array(1), length: 0 };
  encodePosting(out, 5, Uint8Array.of(9, 9, 9), 0);
  const start = out.length;
  let previous = -1;
  for (const [slot, counts] of postings) {
    // Counts stand somewhere in a longer array.
    encodePosting(out, slot - previous, Uint8Array.of(7, 7, 7, ...counts), 3);
    previous = slot;
  }
  return { bytes: out.bytes.slice(0, out.length), runs: Uint32Array.of(0, start, out.length) };
}

function read(run: ReturnType<typeof written>): Posting[] {
  const found: Posting[] = [];
  decodePostings(run, 1, (slot, [body = 0, heading = 0, path = 0]) => {
    found.push([slot, [body, heading, path]]);
  });
  return found;
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
        expect(read(written(sorted))).toEqual(sorted);
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
    expect((run.runs[2] ?? 0) - (run.runs[1] ?? 0)).toBe(bytes);
    expect(read(run)).toEqual(postings);
  });
});
