import { describe, expect, it } from 'vitest';
import { remembered } from '../../src/index/remembered.js';

/** The function under test, and what it had to read. */
function reader(options: Parameters<typeof remembered<number, string>>[1]) {
  const reads: number[] = [];
  const get = remembered((i: number) => {
    reads.push(i);
    return `${i}`;
  }, options);
  return { get, reads };
}

describe('what is remembered', () => {
  it('is read once while few others are asked for', () => {
    const { get, reads } = reader({ most: 3 });
    for (const i of [1, 2, 1, 2, 1]) expect(get(i)).toBe(`${i}`);
    expect(reads).toEqual([1, 2]);
  });

  it('stays as long as it is asked for, and is forgotten behind twice as many others', () => {
    const { get, reads } = reader({ most: 3 });
    for (const i of [0, 1, 0, 2, 0, 3, 0, 4, 0, 5, 0, 6, 0, 1]) get(i);
    expect(reads.filter((i) => i === 0)).toHaveLength(1);
    expect(reads.filter((i) => i === 1)).toHaveLength(2);
  });

  it('counts for its size', () => {
    const { get, reads } = reader({ most: 4, sizeOf: (value) => value.length });
    for (const i of [10, 20, 30, 40, 10]) get(i);
    expect(reads).toEqual([10, 20, 30, 40, 10]);
  });
});
