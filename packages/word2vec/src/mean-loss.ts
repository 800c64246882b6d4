import { checkOptions, givenKind } from "@wordloom/arguments";
import type { Corpus } from "@wordloom/data";
import { unigramSampler } from "@wordloom/sampling";
import { checkCorpus, checkNegatives } from "./arguments/check-corpus.js";
import { otherNames } from "./arguments/other-names.js";
import { requireCorpus } from "./arguments/require-corpus.js";
import { course } from "./loop/training-loop.js";
import { type Tables, writeTables } from "./memory/tables.js";
import { trainingMemory } from "./memory/training-memory.js";
import { knownOptions, settingsOf, type Word2vecOptions } from "./options.js";
import { alone } from "./threads/caller-executor.js";

/** What a loss depends on. The other options of `train` are for learning, and change nothing: a run's options can be given as they are. */
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
 * @returns NaN where the tables have a NaN in a row that is drawn, as those of a run that diverged
 * @throws RangeError for options or tables that make no sense, a `dimension` other than that of the tables, or a corpus without a target
 *
 * @example
 * const heldOut = encodeCorpus(corpusFromText(text), corpus.vocabulary, "drop");
 * await train(corpus, { onEpoch: async ({ tables }) => losses.push(await meanLoss(heldOut, tables())) });
 */
export async function meanLoss(corpus: Corpus, tables: Tables, options: MeanLossOptions = {}): Promise<number> {
  requireCorpus("meanLoss", corpus);
  checkOptions<Word2vecOptions>("meanLoss", options, knownOptions, otherNames);
  const caller = "meanLoss";
  const D = dimensionOf(caller, corpus, tables);
  const { dimension = D }: Word2vecOptions = options;
  if (dimension !== D) {
    const found = typeof dimension === "number" ? dimension : JSON.stringify(dimension);
    throw new RangeError(`${caller}: dimension is ${found}, and the tables have rows of ${D}; leave it out`);
  }
  const settings = settingsOf({ ...options, dimension: D, epochs: 1, learningRate: 0, endLearningRate: 0 }, caller);
  checkCorpus(caller, corpus, settings);
  const sampler = unigramSampler(corpus.vocabulary.counts, { power: settings.power });
  checkNegatives(caller, corpus, sampler, settings);
  const training = trainingMemory(corpus, sampler, settings, { caller });
  training.threads[0].run.write({ lossLimit: Number.POSITIVE_INFINITY });
  const crew = await alone(training, () => writeTables(training, tables, D));
  const { losses } = await course(training, crew, settings, {});
  return losses[0] ?? Number.NaN;
}

function dimensionOf(caller: string, { vocabulary }: Corpus, tables: Tables): number {
  const { input, output } = Object(tables) as Partial<Tables>;
  if (input === undefined || output === undefined) {
    throw new TypeError(
      `${caller}: the tables are ${givenKind(tables)}; they are { input, output }, which tables() of onEpoch makes`,
    );
  }
  const V = vocabulary.words.length;
  for (const [name, table] of Object.entries({ input, output })) {
    const kind = Object.prototype.toString.call(table).slice("[object ".length, -1);
    if (kind !== "Float32Array")
      throw new TypeError(`${caller}: the table ${name} is a ${kind}; it must be a Float32Array`);
  }
  const D = input.length / V;
  if (!(Number.isInteger(D) && D > 0 && output.length === input.length)) {
    throw new RangeError(
      `${caller}: tables of ${input.length} and ${output.length} numbers are not ${V} rows each; was the ` +
        "corpus encoded with their vocabulary?",
    );
  }
  return D;
}
