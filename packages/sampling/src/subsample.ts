import { isList, requireArgument } from "@wordloom/arguments";
import { checkRandom, type Random, uniform } from "@wordloom/random";

/**
 * Computes the chance that an occurrence of a word is kept when frequent words are thinned out, by word2vec.c's formula:
 * `min(1, (√(f / t) + 1) · t / f)` with `f = count / total` and threshold `t`. It is above the `√(t / f)` of the paper.
 *
 * @param count - occurrences of the word
 * @param total - words in the corpus
 * @param threshold - word2vec's `-sample`, usually 1e-3 to 1e-5; 0 thins nothing: 1 for every word
 * @throws RangeError if a number is negative or not finite, or if there are more occurrences than words
 * @see https://github.com/tmikolov/word2vec/blob/master/word2vec.c, `ran` in `TrainModelThread`; Mikolov
 *   et al. 2013, eq. 5, https://arxiv.org/abs/1310.4546
 *
 * @example
 * keepProbability(400, 10_000, 1e-2) // 0.75
 */
export function keepProbability(count: number, total: number, threshold: number): number {
  for (const [name, value] of Object.entries({ count, total, threshold })) {
    requireArgument(
      "keepProbability",
      typeof value === "number",
      `the ${name} is`,
      value,
      "it is called with a count, the total and a threshold",
    );
  }
  const areNumbers = [count, total, threshold].every(Number.isFinite);
  if (!(areNumbers && count >= 0 && total >= count && threshold >= 0)) {
    throw new RangeError(
      `keepProbability: count ${count} of ${total} words with threshold ${threshold}; they must be finite numbers, none may be negative, ` +
        "and no count above the total",
    );
  }
  if (threshold === 0 || count === 0) return 1;
  const excess = count / total / threshold;
  return Math.min(1, (Math.sqrt(excess) + 1) / excess);
}

/**
 * Leaves out some of the frequent words of a corpus: each occurrence of word `w` is kept with chance `keep[w]`.
 *
 * Takes one block of `random` for each id, kept or not, so that what becomes of a position depends on nothing before it.
 *
 * @param ids - word ids, `[positions]`
 * @param keep - of each word, from {@link keepProbability}; `[V]`
 * @returns the ids that are kept, in order
 * @throws RangeError if an id has no chance in `keep`
 */
export function subsample(ids: ArrayLike<number>, keep: ArrayLike<number>, random: Random): Int32Array {
  requireArgument("subsample", isList(ids), "the ids are", ids, "they are a list of numbers, such as corpus.ids");
  requireArgument(
    "subsample",
    isList(keep),
    "the chances to keep are",
    keep,
    "they are one for each word, of keepProbability",
  );
  checkRandom("subsample", random);
  const kept = new Int32Array(ids.length);
  let count = 0;
  for (let position = 0; position < ids.length; position++) {
    const chance = keep[ids[position]];
    if (!(chance >= 0)) {
      throw new RangeError(
        `subsample: id ${ids[position]} at ${position} has chance ${chance}; keep has ${keep.length} words`,
      );
    }
    if (uniform(random) < chance) kept[count++] = ids[position];
  }
  return kept.slice(0, count);
}
