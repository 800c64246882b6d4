import { checkOptions, requireArgument, shownValue } from "@wordloom/arguments";
import type { Corpus } from "@wordloom/data";
import { unigramSampler } from "@wordloom/sampling";
import { checkCorpus, checkNegatives } from "./arguments/check-corpus.js";
import { checkLanes } from "./arguments/check-lanes.js";
import { knownOptions } from "./arguments/known-options.js";
import { otherNames } from "./arguments/other-names.js";
import { requireCorpus } from "./arguments/require-corpus.js";
import { settingsOf } from "./arguments/settings-of.js";
import { trainingLoop } from "./loop/training-loop.js";
import { writeTables } from "./memory/stored-tables.js";
import type { Tables } from "./memory/tables.js";
import { trainingMemory } from "./memory/training-memory.js";
import type { Word2vecOptions } from "./options.js";
import { callerExecutor } from "./threads/caller-executor.js";

/**
 * The options of `meanLoss`: those of `train` that a loss depends on. The others are for learning, and change nothing: the
 * options of a run can be given as they are.
 */
export type MeanLossOptions = Pick<
  Word2vecOptions,
  "model" | "window" | "shrinking" | "crossSentences" | "negatives" | "power" | "subsample" | "seed"
>;

/**
 * Computes the mean loss per target of tables on a corpus, for example on text that they were not trained on. The tables stay as
 * they are. Windows and negatives are drawn as in training, with the options and the defaults of `train`; one seed draws the same
 * ones each time, so that the losses of two epochs compare.
 *
 * Thinning and negatives go by the counts of the corpus's vocabulary: it must be that of the training text.
 *
 * @param corpus - of V words
 * @param tables - `[V, D]` each
 * @returns NaN if the tables have a NaN in a row that is drawn, as those of a run that diverged
 * @throws TypeError if `corpus` is not a corpus, `tables` are not tables of float32, or an option is unknown
 * @throws RangeError if an option or a table makes no sense, `dimension` is not that of the tables, or the corpus has no target
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
    throw new RangeError(
      `${caller}: dimension is ${shownValue(dimension)}, and the tables have rows of ${D}; leave it out`,
    );
  }
  const settings = settingsOf(
    { ...options, dimension: D, epochs: 1, learningRate: 0, endLearningRate: 0, threads: 1 },
    corpus.ids.length,
    caller,
  );
  checkCorpus(caller, corpus, settings);
  const sampler = unigramSampler(corpus.vocabulary.counts, { power: settings.power });
  checkNegatives(caller, corpus, sampler, settings);
  checkLanes(caller, corpus.vocabulary.words.length, settings);
  const training = trainingMemory(corpus, sampler, settings, { caller });
  training.threads[0].run.write({ lossLimit: Number.POSITIVE_INFINITY });
  const executor = await callerExecutor(training, () => writeTables(training, tables, D));
  const { losses } = await trainingLoop(training, executor, settings, {});
  return losses[0] ?? Number.NaN;
}

function dimensionOf(caller: string, { vocabulary }: Corpus, tables: Tables): number {
  const { input, output } = Object(tables) as Tables;
  const areTables = input !== undefined && output !== undefined;
  const right = "they are { input, output }, which tables() of onEpoch makes";
  requireArgument(caller, areTables, "the tables are", tables, right);
  const V = vocabulary.words.length;
  for (const [name, table] of Object.entries({ input, output })) {
    const isRight = Object.prototype.toString.call(table) === "[object Float32Array]";
    requireArgument(caller, isRight, `the table ${name} is`, table, "it must be a Float32Array");
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
