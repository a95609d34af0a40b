/**
 * The slots of the best scores, best first, equal ones ascending: a heap with the worst on top.
 *
 * @param slots distinct, in any order
 * @param scores by slot
 */
export function selectBest(slots: Uint32Array, scores: Float64Array, limit: number): number[] {
  const heap: number[] = [];
  if (limit <= 0) return heap;
  const worse = (a: number, b: number) => (scores[a] as number) - (scores[b] as number) || b - a;
  let least = 0;
  for (let i = 0; i < slots.length; i++) {
    const slot = slots[i] as number;
    if (heap.length < limit) {
      heap.push(slot);
      rise(heap, worse);
    } else if ((scores[slot] as number) >= least && worse(slot, heap[0] as number) > 0) {
      heap[0] = slot;
      sink(heap, worse);
    } else continue;
    least = scores[heap[0] as number] as number;
  }
  return heap.sort((a, b) => worse(b, a));
}

/** The `k`-th best of the scores, counted from 1; of at least `k` slots. */
export function kthBest(slots: Uint32Array, scores: Float64Array, k: number): number {
  const heap = new Float64Array(k);
  for (let i = 0; i < slots.length; i++) {
    const score = scores[slots[i] as number] as number;
    if (i < k) {
      heap[i] = score;
      if (i === k - 1) heap.sort();
    } else if (score > (heap[0] as number)) replaceLeast(heap, score);
  }
  return heap[0] as number;
}

/** A sorted array is a heap; the least is exchanged and the new one sinks to its place. */
function replaceLeast(heap: Float64Array, value: number): void {
  let i = 0;
  for (let child = 1; child < heap.length; child = 2 * i + 1) {
    if (child + 1 < heap.length && (heap[child + 1] as number) < (heap[child] as number)) child++;
    if ((heap[child] as number) >= value) break;
    heap[i] = heap[child] as number;
    i = child;
  }
  heap[i] = value;
}

type Order = (a: number, b: number) => number;

function sink(heap: number[], worse: Order): void {
  for (let i = 0; ; ) {
    let least = i;
    for (let child = 2 * i + 1; child <= 2 * i + 2 && child < heap.length; child++) {
      if (worse(heap[child] as number, heap[least] as number) < 0) least = child;
    }
    if (least === i) return;
    [heap[i], heap[least]] = [heap[least] as number, heap[i] as number];
    i = least;
  }
}

function rise(heap: number[], worse: Order): void {
  for (let i = heap.length - 1; i > 0; ) {
    const parent = (i - 1) >> 1;
    if (worse(heap[i] as number, heap[parent] as number) >= 0) return;
    [heap[i], heap[parent]] = [heap[parent] as number, heap[i] as number];
    i = parent;
  }
}
