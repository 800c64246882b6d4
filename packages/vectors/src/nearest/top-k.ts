/** The places of the highest scores, best first; equal scores in their order. O(V log top). */
export function topK(scores: Float64Array, top: number): number[] {
  const isWorse = (a: number, b: number) => scores[a] < scores[b] || (scores[a] === scores[b] && a > b);
  /** A heap with the worst of the best rows at its root, so that most rows cost one comparison. */
  const heap: number[] = [];
  for (let row = 0; row < scores.length; row++) {
    if (heap.length === top && !isWorse(heap[0], row)) continue;
    if (heap.length < top) {
      heap.push(row);
      siftUp(heap, isWorse);
    } else {
      heap[0] = row;
      siftDown(heap, isWorse);
    }
  }
  return heap.sort((a, b) => (isWorse(a, b) ? 1 : -1));
}

type Comparison = (a: number, b: number) => boolean;

function siftUp(heap: number[], isWorse: Comparison): void {
  let child = heap.length - 1;
  while (child > 0) {
    const parent = (child - 1) >> 1;
    if (!isWorse(heap[child], heap[parent])) return;
    [heap[parent], heap[child]] = [heap[child], heap[parent]];
    child = parent;
  }
}

function siftDown(heap: number[], isWorse: Comparison): void {
  let parent = 0;
  for (;;) {
    const left = 2 * parent + 1;
    if (left >= heap.length) return;
    const child = left + 1 < heap.length && isWorse(heap[left + 1], heap[left]) ? left + 1 : left;
    if (!isWorse(heap[child], heap[parent])) return;
    [heap[parent], heap[child]] = [heap[child], heap[parent]];
    parent = child;
  }
}
