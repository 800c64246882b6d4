import { checkOptions, requireArgument } from "@wordloom/arguments";
import type { Corpus } from "@wordloom/data";
import { unigramSampler } from "@wordloom/sampling";
import { wordVectors } from "@wordloom/vectors";
import { checkCorpus, checkNegatives } from "./arguments/check-corpus.js";
import { checkLanes } from "./arguments/check-lanes.js";
import { knownOptions } from "./arguments/known-options.js";
import { otherNames } from "./arguments/other-names.js";
import { requireCorpus } from "./arguments/require-corpus.js";
import { settingsOf } from "./arguments/settings-of.js";
import { trainingLoop } from "./loop/training-loop.js";
import { readTables, tablesInPlace } from "./memory/stored-tables.js";
import type { Tables } from "./memory/tables.js";
import type { TrainingMemory } from "./memory/training-memory.js";
import type { Word2vecOptions } from "./options.js";
import type { Word2vecResult } from "./result.js";
import { startRun } from "./threads/start-run.js";

/**
 * Trains word vectors: CBOW or skip-gram with negative sampling, by mini-batch gradient descent on the same loss as
 * `models.cbow` and `models.skipGram`.
 *
 * One corpus, one set of options and one seed give the same bits for any number of threads, on any machine, in Node and in a
 * browser. A page that is not isolated from other origins can't share memory: there, and wherever else threads can't be started,
 * the run has one thread, the caller's, and `onNote` is called with the reason.
 *
 * The corpus is trained in rounds of `lanes` pieces: each is trained by itself, in text order, on copies of the rows that it needs, and then
 * the changes of all are merged. All targets of a batch see the weights from before it, and a row moves by the *sum* of its gradients times the rate. That
 * is the layers' SGD at B times the rate, since their loss is a mean. The corpus is read piece by piece: do not change it until
 * the run has ended.
 *
 * @param corpus - of V words
 * @returns the vectors, `[V, D]`, and how the run went
 * @throws TypeError if `corpus` is not a corpus, or an option is unknown or a callback is not a function
 * @throws RangeError if an option makes no sense, the corpus has no target or contradicts itself, or the system has not the memory
 * @throws Error if the loss stops being a number, or a thread dies
 * @see Mikolov et al. 2013, https://arxiv.org/abs/1310.4546
 *
 * @example
 * const { vectors } = await train(corpusFromText(text), { dimension: 50, epochs: 10, threads: 2 });
 */
export async function train(corpus: Corpus, options: Word2vecOptions = {}): Promise<Word2vecResult> {
  requireCorpus("train", corpus);
  checkOptions("train", options, knownOptions, otherNames);
  const { inPlace = true, signal } = options;
  const isSignal = signal === undefined || signal === null || typeof signal.aborted === "boolean";
  requireArgument("train", isSignal, "the signal is", signal, "it is that of an AbortController, controller.signal");
  const settings = settingsOf(options, corpus.ids.length);
  checkCorpus("train", corpus, settings);
  const { counts, words } = corpus.vocabulary;
  const sampler = unigramSampler(counts, { power: settings.power });
  checkNegatives("train", corpus, sampler, settings);
  checkLanes("train", corpus.vocabulary.words.length, settings);
  const { training, executor } = await startRun(corpus, sampler, settings, options.onNote);
  const V = words.length;
  const { ending, losses, curve } = await trainingLoop(training, executor, settings, options).finally(executor.close);
  const resultOf = ({ input, output }: Tables): Word2vecResult => ({
    vectors: wordVectors(words, input, { counts }),
    outputVectors: output,
    losses,
    curve,
    words: training.round.read("allTargets"),
    isInterrupted: ending === "interrupted",
    threads: training.threads.length,
  });
  const tables = (inPlace ? tablesInPlace : readTables)(training, V, settings.dimension);
  if (ending !== "diverged") return resultOf(tables);
  // A run that diverges in its first round has learned nothing, and one step at an absurd rate may overflow.
  const hasLearned = training.round.read("allTargets") > 0;
  if (hasLearned && isFiniteTable(tables.input) && isFiniteTable(tables.output))
    options.onDivergence?.(resultOf(tables));
  throw divergence(training);
}

function isFiniteTable(table: Float32Array): boolean {
  return table.every((x) => Number.isFinite(x));
}

function divergence({ round }: TrainingMemory): Error {
  const rounded = (value: number): number => Number(value.toPrecision(3));
  return new Error(
    `train: the loss has grown to ${rounded(round.read("divergedLoss"))} a target after ` +
      `${round.read("allTargets").toLocaleString("en")} target words, at a learning rate of ` +
      `${rounded(round.read("divergedRate"))}; a lower one may help`,
  );
}
