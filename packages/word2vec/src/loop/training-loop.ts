import type { Settings } from "../arguments/settings.js";
import { nextChunk } from "../memory/next-chunk.js";
import { readTables } from "../memory/stored-tables.js";
import type { TrainingMemory } from "../memory/training-memory.js";
import type { Word2vecOptions } from "../options.js";
import type { Executor } from "../threads/executor.js";
import { status } from "../wasm/kernels.js";
import { epochLosses } from "./epoch-losses.js";
import { lossCurve } from "./loss-curve.js";
import type { LossPoint } from "./loss-point.js";
import type { Word2vecProgress } from "./progress.js";
import { risingLoss } from "./rising-loss.js";
import { stopwatch } from "./stopwatch.js";

/** How a run went. */
export interface TrainingOutcome {
  /** All epochs are done or enough words are seen, the signal stopped it, or the loss grew out of bounds. */
  readonly ending: "done" | "interrupted" | "diverged";
  /** Mean loss per target of each epoch, the last as far as it went. */
  readonly losses: readonly number[];
  readonly curve: readonly LossPoint[];
}

/** Between two reports. */
const REPORT_SECONDS = 0.1;

/**
 * Lets an executor train until all epochs are done, enough words are seen, the signal is aborted or the run has diverged. After
 * each call of the executor no thread touches the run.
 *
 * The clock decides how many rounds a call has, but the weights do not depend on that, nor do the points of the loss curve,
 * which the kernels note.
 *
 * @throws RangeError if an epoch has no target
 * @throws Error if the threads don't read on when they have been given ids, or a thread dies
 */
export async function trainingLoop(
  training: TrainingMemory,
  executor: Executor,
  { epochs, lanes, laneWords, learningRate, maxWords, dimension, subsample, crossSentences }: Settings,
  { signal, onNote, onProgress, onEpoch }: Pick<Word2vecOptions, "signal" | "onNote" | "onProgress" | "onEpoch">,
): Promise<TrainingOutcome> {
  const [{ run }] = training.threads;
  const totalWords = Math.min(maxWords, training.expectedTargets);
  const seen = epochLosses(training, epochs);
  const curve = lossCurve(training);
  const clock = stopwatch();
  const isDone = (): boolean => seen.epochs() === epochs || seen.words() >= maxWords;
  const isOver = (): boolean => isDone() || signal?.aborted === true;
  const progress = (): Word2vecProgress => {
    const [words, seconds] = [seen.words(), clock.seconds()];
    const secondsLeft = isDone() ? 0 : Math.max(0, totalWords / words - 1) * seconds;
    const epoch = seen.epochs() + Number(seen.isWithinEpoch());
    const { length: threads } = training.threads;
    return { epoch, words, totalWords, loss: seen.loss(), wordsPerSecond: words / seconds, secondsLeft, threads };
  };
  const reportEpoch = async (): Promise<void> => {
    const tables = () => readTables(training, run.read("words"), dimension);
    await clock.pauseFor(() => onEpoch?.({ ...progress(), seconds: clock.seconds(), tables }));
  };

  // One at first: an engine replaces a function by its optimised code only when it is called again.
  let rounds = 1;
  let reported = 0;
  let ranOutAt: number | undefined;
  while (!isOver()) {
    const start = clock.seconds();
    // Not one round too many, whatever the clock says: a round has no more target words than tokens.
    const due = Math.ceil((maxWords - seen.words()) / (lanes * laneWords));
    const asked = Math.min(rounds, due, curve.mostRounds);
    const ended = await executor.advance(asked, signal ?? undefined);
    curve.read();
    if (ended === status.outOfIds) {
      const position = training.round.read("position");
      if (position === ranOutAt) throw standstill(training.caller, position, training.ids.length);
      ranOutAt = position;
      nextChunk(training);
    }
    if (ended === status.diverged) return { ending: "diverged", losses: seen.losses(), curve: curve.points };
    if (ended === status.goingOn) rounds = nextRounds(rounds, asked, (clock.seconds() - start) / executor.callSeconds);
    if (ended === status.epochEnded || ended === status.done) {
      if (seen.endEpoch() === 0) throw emptyEpoch(training.caller, seen.epochs(), subsample, crossSentences);
      const note = risingLoss(training.caller, seen.losses(), learningRate);
      if (note !== undefined) onNote?.(note);
      // The next epoch begins with the first token again.
      if (ended === status.epochEnded) nextChunk(training);
      ranOutAt = undefined;
      await reportEpoch();
    }
    // Before the first target there is no loss to report.
    if (seen.words() > 0 && (clock.seconds() - reported >= REPORT_SECONDS || isOver())) {
      onProgress?.(progress());
      reported = clock.seconds();
    }
  }
  if (seen.isWithinEpoch()) await reportEpoch();
  return { ending: isDone() ? "done" : "interrupted", losses: seen.losses(), curve: curve.points };
}

/**
 * How many rounds the next call may have.
 *
 * @param rounds - how many this one could have
 * @param asked - how many it had; one that was cut short says little of how long it could be
 * @param share - of the time that a call may take
 */
function nextRounds(rounds: number, asked: number, share: number): number {
  if (share > 1) return Math.ceil(asked / 2);
  return asked === rounds && share < 0.5 ? 2 * rounds : rounds;
}

/** The loop would go on for ever if this were not noticed. */
function standstill(caller: string, position: number, tokens: number): Error {
  return new Error(
    `${caller}: the threads ask again for token ${position} of ${tokens}, which they were given; that is a defect of ` +
      "@wordloom/word2vec, please report it",
  );
}

function emptyEpoch(caller: string, epoch: number, subsample: number, crossSentences: boolean): RangeError {
  const thinned = `subsample: ${subsample} leaves out nearly all words, and subsample: 0 none`;
  const lonely = "each sentence is a single word, and crossSentences: true lets windows reach across sentences";
  const causes = [...(subsample > 0 ? [thinned] : []), ...(crossSentences ? [] : [lonely])];
  return new RangeError(`${caller}: epoch ${epoch} has no target with a context; likely ${causes.join(", or ")}`);
}
