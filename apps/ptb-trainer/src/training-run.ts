import { setImmediate as nextTurn } from "node:timers/promises";
import type { Corpus } from "@wordloom/data";
import type { Model, SampledBatch } from "@wordloom/models";
import { fork, type Random } from "@wordloom/random";
import { keepProbability, subsample, unigramSampler } from "@wordloom/sampling";
import { epochSteps } from "./epoch-steps.js";
import type { LossPoint } from "./loss-plot.js";
import { lossTally } from "./loss-tally.js";
import { modelNamed } from "./model-named.js";
import { optimizerNamed } from "./optimizer-named.js";
import type { Settings } from "./settings.js";
import { stopwatch } from "./stopwatch.js";
import type { TrainingText } from "./training-text.js";
import { validationLoss } from "./validation-loss.js";

/** Where a run is. */
export interface Progress {
  /** Counted from 1. */
  readonly epoch: number;
  /** Target words seen so far. */
  readonly words: number;
  /** Target words that the whole run will see, about. */
  readonly totalWords: number;
  /** Mean loss per target since the epoch began. */
  readonly loss: number;
  /** Target words a second since the run began, time for validation left out. */
  readonly wordsPerSecond: number;
}

/** An epoch that has ended; the last may have been cut short. */
export interface EpochRecord {
  readonly epoch: number;
  readonly words: number;
  readonly loss: number;
  /** Absent where there is no validation text. */
  readonly validationLoss?: number;
  readonly wordsPerSecond: number;
  /** Training time so far. */
  readonly seconds: number;
}

export interface TrainingRun {
  readonly model: Model<SampledBatch>;
  readonly epochs: readonly EpochRecord[];
  readonly curve: readonly LossPoint[];
  readonly words: number;
  readonly seconds: number;
  readonly isInterrupted: boolean;
}

/** What a run tells while it goes on. */
export interface Observer {
  readonly onProgress: (progress: Progress) => unknown;
  readonly onEpoch: (record: EpochRecord) => unknown;
}

/** Points of the loss curve in a full run. */
const CURVE_POINTS = 200;

/** Between two looks at the clock, the signal and the terminal. */
const TURN_MILLISECONDS = 50;

/**
 * Trains a model on a corpus, telling how it goes, until all epochs are done, enough words are seen, or the signal
 * is aborted.
 *
 * @throws Error if the loss stops being a number
 */
export async function trainingRun(
  { train, validation }: Pick<TrainingText, "train" | "validation">,
  settings: Settings,
  random: Random,
  signal: AbortSignal,
  observer: Observer,
): Promise<TrainingRun> {
  const { vocabulary } = train;
  const sampler = unigramSampler(vocabulary.counts, { power: settings.power });
  const model = modelNamed(settings.model, vocabulary.words.length, settings.dimension, random);
  const optimizer = optimizerNamed(settings.optimizer, settings.learningRate);
  const keep = Float64Array.from(vocabulary.counts, (count) =>
    keepProbability(count, train.ids.length, settings.subsample),
  );
  const totalWords = Math.min(settings.maxWords, settings.epochs * expectedLength(train, keep, settings));

  const epochs: EpochRecord[] = [];
  const curve: LossPoint[] = [];
  const clock = stopwatch();
  const run = lossTally();
  let turn = 0;
  for (let epoch = 1; epoch <= settings.epochs && !signal.aborted && run.targets < settings.maxWords; epoch++) {
    const epochRandom = fork(random, epoch);
    const corpus = settings.subsample > 0 ? thinned(train, keep, fork(epochRandom, "subsample")) : train;
    const mean = lossTally();
    let sincePoint = lossTally();
    const pace = () => run.targets / clock.seconds();
    for (const { targets, loss } of epochSteps(corpus, model, optimizer, sampler, settings, epochRandom)) {
      if (!Number.isFinite(loss)) throw divergence(loss, run.targets, settings);
      for (const tally of [run, mean, sincePoint]) tally.add(targets, loss);
      if (sincePoint.targets >= totalWords / CURVE_POINTS) {
        curve.push({ words: run.targets, loss: sincePoint.mean() });
        sincePoint = lossTally();
      }
      if (run.targets >= settings.maxWords) break;
      if (performance.now() - turn < TURN_MILLISECONDS) continue;
      observer.onProgress({ epoch, words: run.targets, totalWords, loss: mean.mean(), wordsPerSecond: pace() });
      await nextTurn();
      if (signal.aborted) break;
      turn = performance.now();
    }
    const seconds = clock.seconds();
    const record = { epoch, words: run.targets, loss: mean.mean(), wordsPerSecond: pace(), seconds };
    clock.pause();
    const heldOut =
      validation === undefined || signal.aborted
        ? {}
        : { validationLoss: validationLoss(validation, model, sampler, settings, fork(random, "validation")) };
    clock.resume();
    epochs.push({ ...record, ...heldOut });
    observer.onEpoch({ ...record, ...heldOut });
  }
  return { model, epochs, curve, words: run.targets, seconds: clock.seconds(), isInterrupted: signal.aborted };
}

/** Without some of its frequent words, and without its sentence ends, which windows cross here. */
function thinned(corpus: Corpus, keep: Float64Array, random: Random): Corpus {
  return { ...corpus, ids: subsample(corpus.ids, keep, random), sentenceStarts: Int32Array.of(0) };
}

function expectedLength(
  { ids, vocabulary }: Corpus,
  keep: Float64Array,
  { subsample: threshold, window }: Settings,
): number {
  if (threshold === 0) return ids.length - 2 * window;
  return vocabulary.counts.reduce((sum, count, word) => sum + count * keep[word], 0);
}

function divergence(loss: number, words: number, { learningRate, optimizer }: Settings): Error {
  return new Error(
    `the loss is ${loss} after ${words.toLocaleString("en")} target words, with ${optimizer} at learning rate ` +
      `${learningRate}; a lower --learning-rate may help`,
  );
}
