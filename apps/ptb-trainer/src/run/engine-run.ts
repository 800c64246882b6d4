import { meanLoss, train, type Word2vecEpoch, type Word2vecProgress, type Word2vecResult } from "@wordloom/word2vec";
import type { FastSettings } from "../settings/settings.js";
import { keptTokens } from "../text/kept-tokens.js";
import { textWords } from "../text/text-words.js";
import type { EpochRecord, Observer, RunText, TrainingRun } from "./training-run.js";

/**
 * Trains with the engine and reports progress. Ends when all epochs are done, when `maxWords` is reached, when the signal is
 * aborted, or when the loss has grown out of bounds.
 *
 * @throws Error if a thread dies, or if the loss grew so fast that no good vectors are left
 */
export async function engineRun(
  { train: corpus, validation, tokensRead }: RunText,
  { preset, minCount, ...settings }: FastSettings,
  threads: number,
  signal: AbortSignal,
  { onProgress, onEpoch, onNote }: Observer,
): Promise<TrainingRun> {
  const epochs: EpochRecord[] = [];
  const expected = keptTokens(corpus, settings.subsample);
  let lastGood: Word2vecResult | undefined;
  const textWordsOf = (epoch: number, words: number, hasEnded: boolean): number =>
    textWords(tokensRead, expected, { epoch, epochWords: words - (epochs.at(-1)?.words ?? 0), hasEnded });
  const tellProgress = ({ wordsPerSecond, ...progress }: Word2vecProgress): void => {
    const { epoch, words } = progress;
    // Thinning may leave no target to the first rounds: there is no loss yet, and no pace.
    if (words === 0) return;
    onProgress({
      ...progress,
      textWordsPerSecond: (textWordsOf(epoch, words, epochs.length === epoch) * wordsPerSecond) / words,
    });
  };
  const tellEpoch = async ({ epoch, words, loss, seconds, tables }: Word2vecEpoch): Promise<void> => {
    const gone = textWordsOf(epoch, words, !(signal.aborted || words >= settings.maxWords));
    const heldOut =
      validation === undefined || signal.aborted
        ? {}
        : { validationLoss: await meanLoss(validation, tables(), settings) };
    const speeds = { targetWordsPerSecond: words / seconds, textWordsPerSecond: gone / seconds };
    const record = { epoch, words, textWords: gone, loss, ...speeds, seconds, ...heldOut };
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
    const observer = { signal, ...(onNote && { onNote }), onProgress: tellProgress, onEpoch: tellEpoch, onDivergence };
    return runOf(await train(corpus, { ...settings, ...observer, threads }));
  } catch (error) {
    if (lastGood === undefined || !(error instanceof Error)) throw error;
    return { ...runOf(lastGood), divergence: error };
  }
}
