import { setImmediate as nextTurn } from "node:timers/promises";
import type { Corpus } from "@wordloom/data";
import { fork, type Random } from "@wordloom/random";
import { keepProbability, subsample, unigramSampler } from "@wordloom/sampling";
import { whole } from "@wordloom/terminal";
import { lowerRateAdvice } from "../advice/lower-rate-advice.js";
import { bookRates } from "../settings/book-preset.js";
import type { BookSettings } from "../settings/settings.js";
import { keptTokens } from "../text/kept-tokens.js";
import { textWords } from "../text/text-words.js";
import { epochSteps } from "./epoch-steps.js";
import type { LossPoint } from "./loss-point.js";
import { lossTally } from "./loss-tally.js";
import { modelNamed } from "./model-named.js";
import { optimizerNamed } from "./optimizer-named.js";
import { stopwatch } from "./stopwatch.js";
import type { EpochRecord, Observer, RunText, TrainingRun } from "./training-run.js";
import { validationLoss } from "./validation-loss.js";

/** Points of the loss curve in a whole run. */
const CURVE_POINTS = 200;

/** Milliseconds after which the loop looks at the signal and reports progress. */
const TURN_MILLISECONDS = 50;

/**
 * Trains with the layers and reports progress. Ends when all epochs are done, when `maxWords` is reached, when the signal is
 * aborted, or when the loss is no longer a number.
 *
 * @throws Error if the loss stopped being a number so fast that no good vectors are left
 */
export async function layersRun(
  { train, validation, tokensRead }: RunText,
  settings: BookSettings,
  random: Random,
  signal: AbortSignal,
  observer: Observer,
): Promise<TrainingRun> {
  const { vocabulary } = train;
  const sampler = unigramSampler(vocabulary.counts, { power: settings.power });
  const model = modelNamed(settings.model, vocabulary.words.length, settings.dimension, random);
  const optimizer = optimizerNamed(settings.optimizer, settings.learningRate);
  const learner = { model, optimizer, state: optimizer.init(model.parameters) };
  const keep = Float64Array.from(vocabulary.counts, (count) =>
    keepProbability(count, train.ids.length, settings.subsample),
  );
  const expected = expectedLength(train, settings);
  const totalWords = Math.min(settings.maxWords, settings.epochs * expected);

  const epochs: EpochRecord[] = [];
  const curve: LossPoint[] = [];
  const clock = stopwatch();
  const run = lossTally();
  const isOver = () => signal.aborted || run.targets >= settings.maxWords;
  const ended = (): TrainingRun => {
    const [inputVectors, seconds] = [Float32Array.from(model.inputVectors.value.data), clock.seconds()];
    return { inputVectors, epochs, curve, words: run.targets, seconds, isInterrupted: signal.aborted };
  };
  let turn = 0;
  for (let epoch = 1; epoch <= settings.epochs && !isOver(); epoch++) {
    const epochRandom = fork(random, epoch);
    const corpus = settings.subsample > 0 ? thinned(train, keep, fork(epochRandom, "subsample")) : train;
    const mean = lossTally();
    let sincePoint = lossTally();
    const gone = (hasEnded: boolean): number =>
      textWords(tokensRead, expected, { epoch, epochWords: mean.targets, hasEnded });
    for (const { targets, loss } of epochSteps(corpus, learner, sampler, settings, epochRandom)) {
      if (!Number.isFinite(loss)) return diverged(ended(), divergence(loss, run.targets, settings));
      for (const tally of [run, mean, sincePoint]) tally.add(targets, loss);
      if (sincePoint.targets >= totalWords / CURVE_POINTS) {
        curve.push({ words: run.targets, loss: sincePoint.mean() });
        sincePoint = lossTally();
      }
      if (run.targets >= settings.maxWords) break;
      if (performance.now() - turn < TURN_MILLISECONDS) continue;
      const [words, time] = [run.targets, clock.seconds()];
      const secondsLeft = (Math.max(0, totalWords - words) / words) * time;
      const textWordsPerSecond = gone(false) / time;
      observer.onProgress({ epoch, words, totalWords, loss: mean.mean(), textWordsPerSecond, secondsLeft, threads: 1 });
      await nextTurn();
      if (signal.aborted) break;
      turn = performance.now();
    }
    const seconds = clock.seconds();
    const words = { words: run.targets, textWords: gone(!isOver()) };
    const speeds = { targetWordsPerSecond: words.words / seconds, textWordsPerSecond: words.textWords / seconds };
    const record = { epoch, ...words, loss: mean.mean(), ...speeds, seconds };
    clock.pause();
    const heldOut =
      validation === undefined || signal.aborted
        ? {}
        : { validationLoss: validationLoss(validation, model, sampler, settings, fork(random, "validation")) };
    clock.resume();
    epochs.push({ ...record, ...heldOut });
    observer.onEpoch({ ...record, ...heldOut });
  }
  return ended();
}

function diverged(run: TrainingRun, divergence: Error): TrainingRun {
  if (run.inputVectors.every((x) => Number.isFinite(x))) return { ...run, divergence };
  throw divergence;
}

/** Thins out frequent words. Drops the ends of sentences too, because windows cross them here. */
function thinned(corpus: Corpus, keep: Float64Array, random: Random): Corpus {
  return { ...corpus, ids: subsample(corpus.ids, keep, random), sentenceStarts: Int32Array.of(0) };
}

/** The targets of an epoch, about. Words at the edges of the text have no full window and are not targets. */
function expectedLength(train: Corpus, { subsample: threshold, window }: BookSettings): number {
  return keptTokens(train, threshold) - (threshold === 0 ? 2 * window : 0);
}

function divergence(loss: number, words: number, { learningRate, optimizer }: BookSettings): Error {
  return new Error(
    `the loss is ${loss} after ${whole(words)} target words, with ${optimizer} at learning rate ` +
      `${learningRate}; ${lowerRateAdvice(learningRate, bookRates[optimizer])}`,
  );
}
