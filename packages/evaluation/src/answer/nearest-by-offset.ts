import type { WordVectors } from "@wordloom/vectors";
import { blockCosines } from "./block-cosines.js";

/** Which row is where `plus` gets by the way that leads from `from` to `to`? Numbers of directions. */
export interface OffsetQuestion {
  /** `NOWHERE` where `to` is the whole way. */
  readonly from: number;
  readonly to: number;
  readonly plus: number;
  /** Rows that are no answers, nor is any row for which one of them stands. */
  readonly excluded: readonly number[];
}

export const NOWHERE = -1;

export interface OffsetSearch {
  /** `[T, D]`; T is a multiple of four. */
  readonly directions: Float64Array;
  /** For each of the rows to look at, the row that stands for it. */
  readonly standsFor: Int32Array;
  readonly objective: "add" | "mul";
  /** Added to the divisor of `mul`. */
  readonly epsilon: number;
  /** A row's score must be higher. */
  readonly above: number;
  /** How many rows to find for each question. */
  readonly candidates: number;
}

/** Rows at a time: few enough that their cosines with all directions stay in the cache, and that many are passed over. */
const BLOCK = 64;

/**
 * For each question, the rows x with the highest scores, best first, the first of equals first; −1 where there are
 * fewer. With `cos(t)` for the product of direction t and the unit vector of x:
 *
 * - `add`: `cos(to) − cos(from) + cos(plus)`, which ranks as the cosine with `to − from + plus` does (3CosAdd)
 * - `mul`: `s(to) · s(plus) / (s(from) + epsilon)`, where `s = (1 + cos) / 2` (3CosMul)
 *
 * Thousands of questions have hundreds of words, so cosines are computed by word; a question then costs one sum a row.
 * Rows of zeros are never found, nor is anything by a direction that holds NaN.
 *
 * @returns `[Q, candidates]`
 */
export function nearestByOffset(
  vectors: WordVectors,
  questions: readonly OffsetQuestion[],
  { directions, standsFor, objective, epsilon, above, candidates }: OffsetSearch,
): Int32Array {
  const T = directions.length / vectors.dimension;
  const { offsets, offsetOf } = differentOffsets(questions, T);
  const cosines = new Float64Array(T * BLOCK);
  const ways = new Float64Array(offsets.length * BLOCK);
  const highestCosine = new Float64Array(T);
  const highestWay = new Float64Array(offsets.length);
  const rows = new Int32Array(questions.length * candidates).fill(-1);
  const scores = new Float64Array(questions.length * candidates).fill(above);

  for (let start = 0; start < standsFor.length; start += BLOCK) {
    const size = Math.min(BLOCK, standsFor.length - start);
    blockCosines(cosines, BLOCK, directions, vectors, start, size);
    if (objective === "mul") shiftToPositive(cosines);
    blockWays(ways, cosines, offsets, objective, epsilon);
    blockMaxima(highestCosine, cosines, size);
    blockMaxima(highestWay, ways, size);
    for (const [q, { plus, excluded }] of questions.entries()) {
      const last = q * candidates + candidates - 1;
      let lowest = scores[last];
      const wayHigh = highestWay[offsetOf[q]];
      const high = objective === "add" ? wayHigh + highestCosine[plus] : wayHigh * highestCosine[plus];
      // Rounding keeps order, so a sum of maxima bounds the sums: most blocks hold nothing new for a question.
      if (!(high > lowest)) continue;
      const way = offsetOf[q] * BLOCK;
      const cosine = plus * BLOCK;
      for (let i = 0; i < size; i++) {
        const score = objective === "add" ? ways[way + i] + cosines[cosine + i] : ways[way + i] * cosines[cosine + i];
        if (!(score > lowest) || excluded.includes(standsFor[start + i])) continue;
        insert(rows, scores, q * candidates, last, start + i, score);
        lowest = scores[last];
      }
    }
  }
  return rows;
}

function differentOffsets(
  questions: readonly OffsetQuestion[],
  T: number,
): { offsets: (readonly [from: number, to: number])[]; offsetOf: Int32Array } {
  const indexOf = new Map<number, number>();
  const offsets: (readonly [from: number, to: number])[] = [];
  const offsetOf = Int32Array.from(questions, ({ from, to }) => {
    const key = from * T + to;
    const index = indexOf.get(key) ?? offsets.length;
    if (index === offsets.length) {
      indexOf.set(key, index);
      offsets.push([from, to]);
    }
    return index;
  });
  return { offsets, offsetOf };
}

/** What each offset adds to a score, or what it multiplies it by. */
function blockWays(
  ways: Float64Array,
  cosines: Float64Array,
  offsets: readonly (readonly [from: number, to: number])[],
  objective: "add" | "mul",
  epsilon: number,
): void {
  for (const [o, [from, to]] of offsets.entries()) {
    const way = o * BLOCK;
    const atFrom = from * BLOCK;
    const atTo = to * BLOCK;
    if (from === NOWHERE) ways.set(cosines.subarray(atTo, atTo + BLOCK), way);
    else if (objective === "add") {
      for (let i = 0; i < BLOCK; i++) ways[way + i] = cosines[atTo + i] - cosines[atFrom + i];
    } else {
      for (let i = 0; i < BLOCK; i++) ways[way + i] = cosines[atTo + i] / (cosines[atFrom + i] + epsilon);
    }
  }
}

/** From `[-1, 1]` to `[0, 1]`; rounding may have left a cosine a little below −1. */
function shiftToPositive(cosines: Float64Array): void {
  for (let i = 0; i < cosines.length; i++) cosines[i] = Math.max(0, (1 + cosines[i]) / 2);
}

/** The highest of each line's first `size` numbers, NaN passed over. */
function blockMaxima(out: Float64Array, lines: Float64Array, size: number): void {
  for (let line = 0; line < out.length; line++) {
    let highest = -Infinity;
    for (let i = line * BLOCK; i < line * BLOCK + size; i++) if (lines[i] > highest) highest = lines[i];
    out[line] = highest;
  }
}

/** Puts a row in its place among the best of its question, which end at `last`. */
function insert(rows: Int32Array, scores: Float64Array, first: number, last: number, row: number, score: number): void {
  let at = last;
  for (; at > first && score > scores[at - 1]; at--) {
    scores[at] = scores[at - 1];
    rows[at] = rows[at - 1];
  }
  scores[at] = score;
  rows[at] = row;
}
