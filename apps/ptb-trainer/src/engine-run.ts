import { meanLoss, train, type Word2vecEpoch, type Word2vecResult } from "@wordloom/word2vec";
import type { FastSettings } from "./settings.js";
import type { EpochRecord, Observer, RunText, TrainingRun } from "./training-run.js";

/**
 * Trains with the engine, telling how it goes, until all epochs are done, enough words are seen, the signal is aborted or
 * the loss has grown out of bounds.
 *
 * @throws Error if a thread dies, or if the loss grew so fast that no good vectors are left
 */
export async function engineRun(
  { train: corpus, validation }: RunText,
  { preset, minCount, ...settings }: FastSettings,
  threads: number,
  signal: AbortSignal,
  { onProgress, onEpoch }: Observer,
): Promise<TrainingRun> {
  const epochs: EpochRecord[] = [];
  let lastGood: Word2vecResult | undefined;
  const tellEpoch = async ({ epoch, words, loss, wordsPerSecond, seconds, tables }: Word2vecEpoch): Promise<void> => {
    const heldOut =
      validation === undefined || signal.aborted
        ? {}
        : { validationLoss: await meanLoss(validation, tables(), settings) };
    const record = { epoch, words, loss, wordsPerSecond, seconds, ...heldOut };
    epochs.push(record);
    onEpoch(record);
  };
  const runOf = ({ vectors, curve, words, isInterrupted }: Word2vecResult): TrainingRun => {
    const seconds = epochs.at(-1)?.seconds ?? 0;
    return { inputVectors: vectors.data, epochs, curve, words, seconds, isInterrupted };
  };
  try {
    const onDivergence = (result: Word2vecResult): void => {
      lastGood = result;
    };
    const observer = { signal, onProgress, onEpoch: tellEpoch, onDivergence };
    return runOf(await train(corpus, { ...settings, ...observer, threads }));
  } catch (error) {
    if (lastGood === undefined || !(error instanceof Error)) throw error;
    return { ...runOf(lastGood), divergence: error };
  }
}
