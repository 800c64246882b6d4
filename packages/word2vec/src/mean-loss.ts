import type { Corpus } from "@wordloom/data";
import { unigramSampler } from "@wordloom/sampling";
import { alone } from "./alone.js";
import { checkCorpus } from "./check-corpus.js";
import { course } from "./course.js";
import { settingsOf, type Word2vecOptions } from "./options.js";
import { type Tables, writeTables } from "./tables.js";
import { trainingMemory } from "./training-memory.js";

/** What a loss depends on; the other options are for learning. */
export type MeanLossOptions = Pick<
  Word2vecOptions,
  "model" | "window" | "shrinking" | "crossSentences" | "negatives" | "power" | "subsample" | "seed"
>;

/**
 * Mean loss per target of tables that learn nothing from it: on text that was not trained on, say. It is drawn as in
 * training, with the same options and the same defaults; the same seed draws the same, so that epochs compare.
 *
 * Thinning and negatives go by the counts of the corpus's vocabulary, which is to be that of the training text.
 *
 * @param tables - `[V, D]` each
 * @throws RangeError for options or tables that make no sense, or a corpus without a target
 *
 * @example
 * const heldOut = encodeCorpus(corpusFromText(text), corpus.vocabulary, "drop");
 * await train(corpus, { onEpoch: async ({ tables }) => losses.push(await meanLoss(heldOut, tables())) });
 */
export async function meanLoss(corpus: Corpus, tables: Tables, options: MeanLossOptions = {}): Promise<number> {
  const V = corpus.vocabulary.words.length;
  const D = tables.input.length / V;
  if (!Number.isInteger(D) || tables.output.length !== tables.input.length) {
    throw new RangeError(
      `meanLoss: tables of ${tables.input.length} and ${tables.output.length} numbers are not ${V} rows each; was the ` +
        "corpus encoded with their vocabulary?",
    );
  }
  const settings = settingsOf({ ...options, dimension: D, epochs: 1, learningRate: 0 });
  const sampler = unigramSampler(corpus.vocabulary.counts, { power: settings.power });
  checkCorpus("meanLoss", corpus, sampler, settings);
  const training = trainingMemory(corpus, sampler, settings);
  training.threads[0].run.write({ lossLimit: Number.POSITIVE_INFINITY });
  const crew = await alone(training, () => writeTables(training, tables, D));
  const { losses } = await course(training, crew, settings, {});
  return losses[0] ?? Number.NaN;
}
