import type { WordVectors } from "@wordloom/vectors";

/** Rows: which is to `c` as `b` is to `a`? */
export interface OffsetQuestion {
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

/** Candidates at a time: few enough that their similarities with all words of the questions stay in the cache. */
const BLOCK = 256;

/**
 * For each question, the row with the highest `cos(b, x) + cos(c, x) − cos(a, x)`, the first of equals; −1 where
 * nothing is left. That sum ranks as the cosine with `unit(b) − unit(a) + unit(c)` does, and needs one product per
 * word and candidate, not one per question and candidate: thousands of questions have hundreds of words.
 *
 * @param firstRow - for each candidate, the row that stands for it: candidates for which that is the row of `a`,
 * `b` or `c` are no answers
 */
export function nearestByOffset(
  vectors: WordVectors,
  questions: readonly OffsetQuestion[],
  firstRow: Int32Array,
): Int32Array {
  const words = [...new Set(questions.flatMap(({ a, b, c }) => [a, b, c]))];
  const indexOf = new Map(words.map((row, index) => [row, index]));
  const triples = questions.map(({ a, b, c }) => [a, b, c].map((row) => BLOCK * (indexOf.get(row) ?? 0)));
  const units = unitRows(vectors, words);
  const similarities = new Float64Array(units.length === 0 ? 0 : (units.length / vectors.dimension) * BLOCK);
  const best = new Float64Array(questions.length).fill(-Infinity);
  const answers = new Int32Array(questions.length).fill(-1);

  for (let start = 0; start < firstRow.length; start += BLOCK) {
    const size = Math.min(BLOCK, firstRow.length - start);
    blockSimilarities(similarities, units, vectors, start, size);
    for (const [question, { a, b, c }] of questions.entries()) {
      const [atA, atB, atC] = triples[question];
      let highest = best[question];
      for (let i = 0; i < size; i++) {
        const score = similarities[atB + i] + similarities[atC + i] - similarities[atA + i];
        if (score <= highest) continue;
        const row = firstRow[start + i];
        if (row === a || row === b || row === c) continue;
        highest = score;
        answers[question] = start + i;
      }
      best[question] = highest;
    }
  }
  return answers;
}

/** `[W, D]`, the rows of the words at length 1, and rows of zeros up to a multiple of four. */
function unitRows({ data, dimension: D, norms }: WordVectors, words: readonly number[]): Float64Array {
  const units = new Float64Array(4 * Math.ceil(words.length / 4) * D);
  for (const [index, row] of words.entries()) {
    if (norms[row] === 0) continue;
    for (let d = 0; d < D; d++) units[index * D + d] = data[row * D + d] / norms[row];
  }
  return units;
}

/** `out[w, i] = cos(units[w], row start + i)`, four words at a time, so that each number of the row is read once for four. */
function blockSimilarities(
  out: Float64Array,
  units: Float64Array,
  { data, dimension: D, norms }: WordVectors,
  start: number,
  size: number,
): void {
  for (let w = 0; w * D < units.length; w += 4) {
    const unit0 = w * D;
    const unit1 = unit0 + D;
    const unit2 = unit1 + D;
    const unit3 = unit2 + D;
    for (let i = 0; i < size; i++) {
      const row = (start + i) * D;
      let sum0 = 0;
      let sum1 = 0;
      let sum2 = 0;
      let sum3 = 0;
      for (let d = 0; d < D; d++) {
        const x = data[row + d];
        sum0 += x * units[unit0 + d];
        sum1 += x * units[unit1 + d];
        sum2 += x * units[unit2 + d];
        sum3 += x * units[unit3 + d];
      }
      const norm = norms[start + i];
      const scale = norm === 0 ? 0 : 1 / norm;
      out[w * BLOCK + i] = sum0 * scale;
      out[(w + 1) * BLOCK + i] = sum1 * scale;
      out[(w + 2) * BLOCK + i] = sum2 * scale;
      out[(w + 3) * BLOCK + i] = sum3 * scale;
    }
  }
}
