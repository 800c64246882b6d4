import type { Corpus } from "@wordloom/data";
import { type UnigramSampler, unigramSampler } from "@wordloom/sampling";
import { type WordVectors, wordVectors } from "@wordloom/vectors";
import { crew } from "./crew.js";
import { instantiateKernels, kernelModule, status } from "./kernels.js";
import { type Settings, settingsOf, type Word2vecOptions, type Word2vecProgress } from "./options.js";
import { initialTables, readTables, writeTables } from "./tables.js";
import { type TrainingMemory, trainingMemory } from "./training-memory.js";

export interface Word2vecResult {
  /** The input vectors, with the words' counts. */
  readonly vectors: WordVectors;
  /** `[V, D]`: what a word looks like when it is predicted. */
  readonly outputVectors: Float32Array;
  /** Mean loss per target of each epoch, the last as far as it went. */
  readonly losses: readonly number[];
  /** Target words seen. */
  readonly words: number;
  /** Whether the signal stopped the run. */
  readonly isInterrupted: boolean;
}

/**
 * Trains word vectors: CBOW or skip-gram with negative sampling, by mini-batch gradient descent on the same loss as
 * `models.cbow` and `models.skipGram`.
 *
 * The same corpus, options and seed give the same bits for any number of threads, on any machine, in Node and in a browser.
 * All targets of a batch see the weights from before it, and a row moves by the *sum* of its gradients times the rate: that
 * is the layers' SGD at B times the rate, since their loss is a mean.
 *
 * @throws RangeError for options that make no sense, a corpus without a target, or tables beyond 4 GiB
 * @throws Error if the loss stops being a number, or a thread dies
 * @see Mikolov et al. 2013, https://arxiv.org/abs/1310.4546
 *
 * @example
 * const { vectors } = await train(corpusFromText(text), { dimension: 50, epochs: 10, threads: 2 });
 */
export async function train(corpus: Corpus, options: Word2vecOptions = {}): Promise<Word2vecResult> {
  const settings = settingsOf(options);
  const { counts, words } = corpus.vocabulary;
  const sampler = unigramSampler(counts, { power: settings.power });
  checkCorpus(corpus, sampler, settings);
  const training = trainingMemory(corpus, sampler, settings);
  const V = words.length;
  writeTables(training, initialTables(V, settings.dimension, settings.seed), settings.dimension);

  const ended = await (training.threads.length === 1 ? alone(training, options) : together(training, options));
  const { run } = training.threads[0];
  if (ended === status.diverged) throw divergence(training, settings);
  const { input, output } = readTables(training, V, settings.dimension);
  return {
    vectors: wordVectors(words, input, { counts }),
    outputVectors: output,
    losses: lossesOf(training, settings),
    words: run.read("allTargets"),
    isInterrupted: ended !== status.done,
  };
}

/** Batches between two looks at the signal: some ten milliseconds. */
const TURN_BATCHES = 2000;

/** On the caller's thread, in turns, so that it stays alive. */
async function alone(training: TrainingMemory, { signal, onProgress }: Word2vecOptions): Promise<number> {
  const { advance } = await instantiateKernels(await kernelModule(), training.memory);
  const [{ address }] = training.threads;
  let ended: number = status.goingOn;
  for (let turn = 1; ended === status.goingOn && signal?.aborted !== true; turn++) {
    ended = advance(address, TURN_BATCHES);
    if (turn % 10 === 0) onProgress?.(progressOf(training));
    await nextTurn();
  }
  return ended;
}

/** On workers, one for each slice of the dimensions. */
async function together(training: TrainingMemory, { signal, onProgress }: Word2vecOptions): Promise<number> {
  const { finished, stop } = await crew(training);
  if (signal?.aborted === true) stop();
  signal?.addEventListener("abort", stop);
  const timer = setInterval(() => onProgress?.(progressOf(training)), 100);
  try {
    return await finished;
  } finally {
    clearInterval(timer);
    signal?.removeEventListener("abort", stop);
  }
}

/** Lets timers and events have their turn. A timer of 0 ms would take 1 to 4 ms, a message takes microseconds. */
function nextTurn(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}

function progressOf({ threads: [{ run }] }: TrainingMemory): Word2vecProgress {
  return {
    epoch: run.read("epoch") + 1,
    words: run.read("allTargets"),
    totalWords: run.read("expectedTargets"),
    loss: run.read("epochLoss") / run.read("epochTargets"),
  };
}

function lossesOf({ memory, losses, threads: [{ run }] }: TrainingMemory, { epochs }: Settings): number[] {
  const finished = run.read("epoch");
  const whole = Array.from(new Float64Array(memory.buffer, losses, epochs).subarray(0, finished));
  const begun = finished < epochs && run.read("epochTargets") > 0;
  return begun ? [...whole, run.read("epochLoss") / run.read("epochTargets")] : whole;
}

function checkCorpus({ ids, vocabulary }: Corpus, { candidates }: UnigramSampler, { negatives }: Settings): void {
  if (ids.length < 2)
    throw new RangeError(`train: the corpus has ${ids.length} tokens; a target and a context are two`);
  if (negatives > candidates - 1) {
    throw new RangeError(
      `train: ${negatives} different negatives for a target, but the corpus has ${candidates - 1} other words; lower ` +
        "negatives or use a larger corpus",
    );
  }
  const stranger = ids.findIndex((id) => !(id >= 0 && id < vocabulary.words.length));
  if (stranger >= 0) {
    throw new RangeError(
      `train: id ${ids[stranger]} at ${stranger} is outside the ${vocabulary.words.length} words; was the corpus ` +
        "encoded with this vocabulary?",
    );
  }
}

function divergence({ threads: [{ run }] }: TrainingMemory, { learningRate }: Settings): Error {
  const words = run.read("allTargets").toLocaleString("en");
  return new Error(
    `train: the loss is ${run.read("batchLoss")} after ${words} target words, at a learning rate that began at ` +
      `${learningRate}; a lower one may help`,
  );
}
