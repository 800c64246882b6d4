import { readTables } from "../memory/tables.js";
import type { TrainingMemory } from "../memory/training-memory.js";
import type { Settings, Word2vecOptions } from "../options.js";
import type { Crew } from "../threads/worker-pool.js";
import { status } from "../wasm/kernels.js";
import { tally } from "./epoch-losses.js";
import { type LossPoint, lossCurve } from "./loss-curve.js";
import { nextChunk } from "./next-chunk.js";
import type { Word2vecProgress } from "./progress.js";
import { pace } from "./stopwatch.js";

/** How a run went. */
export interface Course {
  readonly ending: "done" | "interrupted" | "diverged";
  /** Mean loss per target of each epoch, the last as far as it went. */
  readonly losses: readonly number[];
  readonly curve: readonly LossPoint[];
}

/** Few: an engine replaces a function by its optimised code only when it is called again. */
const FIRST_TURN = 50;
/** Between two reports. */
const REPORT_SECONDS = 0.1;

/**
 * Lets a crew train, turn by turn, until all epochs are done, enough words are seen, the signal is aborted or the run has
 * diverged.
 *
 * The clock decides how long turns are, but the weights do not depend on that, nor do the points of the loss curve, which the
 * kernels note.
 *
 * @throws RangeError for an epoch without any target
 * @throws Error if the threads don't read on when they have been given ids
 */
export async function course(
  training: TrainingMemory,
  crew: Crew,
  { epochs, batchSize, maxWords, dimension, subsample, crossSentences }: Settings,
  { signal, onProgress, onEpoch }: Pick<Word2vecOptions, "signal" | "onProgress" | "onEpoch">,
): Promise<Course> {
  const [{ run }] = training.threads;
  const totalWords = Math.min(maxWords, run.read("expectedTargets"));
  const seen = tally(training, epochs);
  const curve = lossCurve(training);
  const clock = pace();
  const isDone = (): boolean => seen.epochs() === epochs || seen.words() >= maxWords;
  const isOver = (): boolean => isDone() || signal?.aborted === true;
  const progress = (): Word2vecProgress => {
    const [words, seconds] = [seen.words(), clock.seconds()];
    const secondsLeft = isDone() ? 0 : Math.max(0, totalWords / words - 1) * seconds;
    const epoch = seen.epochs() + Number(seen.isWithinEpoch());
    return { epoch, words, totalWords, loss: seen.loss(), wordsPerSecond: words / seconds, secondsLeft };
  };
  const tellEpoch = async (): Promise<void> => {
    const tables = () => readTables(training, run.read("words"), dimension);
    await clock.without(() => onEpoch?.({ ...progress(), seconds: clock.seconds(), tables }));
  };

  let batches = FIRST_TURN;
  let told = 0;
  let ranOutAt: number | undefined;
  while (!isOver()) {
    const start = clock.seconds();
    const due = Math.ceil((maxWords - seen.words()) / batchSize);
    const turn = Math.min(batches, due, curve.mostBatches);
    const ended = await crew.advance(turn);
    curve.read();
    if (ended === status.outOfIds) {
      const position = run.read("readPosition");
      if (position === ranOutAt) throw standstill(training.caller, position, training.ids.length);
      ranOutAt = position;
      nextChunk(training);
    }
    if (ended === status.diverged) return { ending: "diverged", losses: seen.losses(), curve: curve.points };
    if (ended === status.goingOn) batches = nextTurn(batches, turn, (clock.seconds() - start) / crew.turnSeconds);
    if (ended === status.epochEnded || ended === status.done) {
      if (seen.endEpoch() === 0) throw emptyEpoch(training.caller, seen.epochs(), subsample, crossSentences);
      await tellEpoch();
    }
    if (clock.seconds() - told >= REPORT_SECONDS || isOver()) {
      onProgress?.(progress());
      told = clock.seconds();
    }
  }
  if (seen.isWithinEpoch()) await tellEpoch();
  return { ending: isDone() ? "done" : "interrupted", losses: seen.losses(), curve: curve.points };
}

/** @param share - of the time that a turn may take; one that was cut short says little of how long it could be */
function nextTurn(batches: number, turn: number, share: number): number {
  if (share > 1) return Math.ceil(turn / 2);
  return turn === batches && share < 0.5 ? 2 * batches : batches;
}

/** For ever, if nobody noticed. */
function standstill(caller: string, position: number, tokens: number): Error {
  return new Error(
    `${caller}: the threads ask again for token ${position} of ${tokens}, which they were given; that is a defect of ` +
      "@wordloom/word2vec, please report it",
  );
}

function emptyEpoch(caller: string, epoch: number, subsample: number, crossSentences: boolean): RangeError {
  const thinned = `subsample: ${subsample} leaves out nearly all words, and subsample: 0 none`;
  const alone = "each sentence is a single word, and crossSentences: true lets windows reach across sentences";
  const causes = [...(subsample > 0 ? [thinned] : []), ...(crossSentences ? [] : [alone])];
  return new RangeError(`${caller}: epoch ${epoch} has no target with a context; likely ${causes.join(", or ")}`);
}
