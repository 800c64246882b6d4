import { checkOptions, isList, requireArgument, shownValue } from "@wordloom/arguments";
import { type AliasTable, aliasTable } from "./alias-table.js";
import { power as powerOf } from "./power.js";

/** The distribution that negatives are drawn from. Plain data: it can be sent to a worker. */
export interface UnigramSampler {
  /** `count^power`, divided by the sum; 0 for a word that does not occur. `[V]` */
  readonly probabilities: Float64Array;
  /** The alias table of `probabilities`, to draw from. */
  readonly table: AliasTable;
  /** How many words have a probability above 0. */
  readonly candidates: number;
}

/** How `unigramSampler` flattens the distribution. */
export interface UnigramSamplerOptions {
  /**
   * Exponent of the counts: 1 is the corpus's own distribution, 0 a uniform one; below 0 rare words are likelier than frequent
   * ones. Any finite number, while `word2vec.train` takes those from 0 to 10. Default: 0.75, as in word2vec.
   */
  readonly power?: number;
}

/**
 * Makes the flattened unigram distribution of a corpus: `P(w) = count(w)^power / Σ_v count(v)^power`. A word that does not
 * occur has probability 0, whatever the power.
 *
 * @param counts - occurrences of each word, `[V]`; `countIds` counts a corpus
 * @throws RangeError if a count is negative or not finite, if no word occurs, or if `power` is not finite or too large
 * @see Mikolov et al. 2013, section 2.2, https://arxiv.org/abs/1310.4546
 *
 * @example
 * unigramSampler([1000, 1010, 10]).probabilities // [0.4904092, 0.49408269, 0.0155081]
 */
export function unigramSampler(counts: ArrayLike<number>, options: UnigramSamplerOptions = {}): UnigramSampler {
  const right = "they are a list with one for each word, such as corpus.vocabulary.counts";
  requireArgument("unigramSampler", isList(counts), "the counts are", counts, right);
  checkOptions("unigramSampler", options, { power: true }, { ns_exponent: "power", exponent: "power" });
  const { power = 0.75 } = options;
  if (!Number.isFinite(power)) {
    throw new RangeError(`unigramSampler: power is ${shownValue(power)}; it must be a finite number`);
  }
  const probabilities = new Float64Array(counts.length);
  let total = 0;
  for (let word = 0; word < counts.length; word++) {
    const count = counts[word];
    if (!(count >= 0 && Number.isFinite(count))) {
      throw new RangeError(`unigramSampler: count ${word} is ${count}; counts must be finite numbers from 0`);
    }
    probabilities[word] = count === 0 ? 0 : powerOf(count, power);
    total += probabilities[word];
  }
  if (total === 0)
    throw new RangeError(`unigramSampler: none of the ${counts.length} words occurs; there is none to draw`);
  if (!Number.isFinite(total)) {
    throw new RangeError(`unigramSampler: counts to the power of ${power} sum to ${total}; lower the power`);
  }

  let candidates = 0;
  for (let word = 0; word < counts.length; word++) {
    probabilities[word] /= total;
    if (probabilities[word] > 0) candidates++;
  }
  return { probabilities, table: aliasTable(probabilities), candidates };
}
