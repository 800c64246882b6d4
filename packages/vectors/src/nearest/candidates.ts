/**
 * Rows that may be among the `top` best, as far as bounds of their scores tell. Nothing but {@link offer} changes it.
 */
export interface Candidates {
  readonly rows: number[];
  /** What the score of each is at most. */
  readonly uppers: number[];
  /** A heap of the highest lower bounds so far, the lowest of them first. */
  readonly lowers: Float64Array;
  /** How many of `lowers` there are. */
  size: number;
  /** A row whose upper bound is below is no candidate: `top` rows are better. */
  threshold: number;
}

/** If that many rows are as good as the last answer, bounds do not tell them apart. */
const TOO_MANY = 2 ** 15;

export function candidatesFor(top: number): Candidates {
  return { rows: [], uppers: [], lowers: new Float64Array(top), size: 0, threshold: -Infinity };
}

/** Takes a row whose score lies between two bounds, unless it is too late for it. */
export function offer(candidates: Candidates, row: number, lower: number, upper: number): void {
  if (upper < candidates.threshold) return;
  candidates.rows.push(row);
  candidates.uppers.push(upper);
  const { lowers } = candidates;
  if (candidates.size < lowers.length) {
    siftUp(lowers, candidates.size, lower);
    candidates.size += 1;
  } else if (lower > lowers[0]) {
    siftDown(lowers, lower);
  }
  if (candidates.size === lowers.length) candidates.threshold = lowers[0];
  if (candidates.rows.length === TOO_MANY) prune(candidates);
}

/** The candidates in row order; undefined where there are too many to be of use. */
export function settled(candidates: Candidates): number[] | undefined {
  if (candidates.threshold === Infinity) return undefined;
  const { rows, uppers, threshold } = candidates;
  return rows.filter((_, index) => uppers[index] >= threshold).sort((a, b) => a - b);
}

function prune(candidates: Candidates): void {
  const { rows, uppers, threshold } = candidates;
  let kept = 0;
  for (let i = 0; i < rows.length; i++) {
    if (uppers[i] < threshold) continue;
    rows[kept] = rows[i];
    uppers[kept++] = uppers[i];
  }
  if (kept > TOO_MANY / 2) {
    candidates.threshold = Infinity;
    kept = 0;
  }
  rows.length = kept;
  uppers.length = kept;
}

function siftUp(heap: Float64Array, last: number, value: number): void {
  let child = last;
  while (child > 0) {
    const parent = (child - 1) >> 1;
    if (heap[parent] <= value) break;
    heap[child] = heap[parent];
    child = parent;
  }
  heap[child] = value;
}

/** Puts a value in the place of the lowest. */
function siftDown(heap: Float64Array, value: number): void {
  let parent = 0;
  for (;;) {
    let child = 2 * parent + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && heap[child + 1] < heap[child]) child += 1;
    if (value <= heap[child]) break;
    heap[parent] = heap[child];
    parent = child;
  }
  heap[parent] = value;
}
