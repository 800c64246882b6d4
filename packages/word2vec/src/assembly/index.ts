import { meet } from "./barrier";
import { descend } from "./step/step-batch";
import { notePoint } from "./loss-point";
import { Run } from "./run";
import { drawBatch } from "./sampling/draw-batch";
import { scoreBatch } from "./forward/score-batch";

export const GOING_ON: i32 = 0;
export const DONE: i32 = 1;
export const BROKEN_OFF: i32 = 2;
export const DIVERGED: i32 = 3;
export const EPOCH_ENDED: i32 = 4;
export const OUT_OF_IDS: i32 = 5;

/**
 * Trains for so many batches, or to the end of the epoch or of the ids that the host has copied. All threads of a run call it,
 * each with its own view; they meet once a batch, when each has written its partial scores and its share of the next batch's
 * negatives.
 */
export function advance(address: usize, batches: i32): i32 {
  const run = changetype<Run>(address);
  if (run.drawn < 0) {
    if (!drawBatch(run, recordsOf(run, 0), outputsOf(run, 0), 0)) return OUT_OF_IDS;
    takeDrawn(run);
    if (!meet(run)) return BROKEN_OFF;
  }
  for (let i = 0; i < batches; i++) {
    const count = run.drawn;
    if (count == 0) return endEpoch(run);
    const turn = run.turn;
    const records = recordsOf(run, turn);
    const outputs = outputsOf(run, turn);
    const partials = partialsOf(run, turn);
    // Done again where the ids had run out: it is a few microseconds, and changes nothing.
    const rows = scoreBatch(run, records, outputs, partials, count);
    const drawnBefore = <u64>run.epochTargets + count;
    if (!drawBatch(run, recordsOf(run, turn + 1), outputsOf(run, turn + 1), drawnBefore)) return OUT_OF_IDS;
    if (!meet(run)) return BROKEN_OFF;
    if (!descend(run, records, outputs, partials, count, rows, rateOf(run))) return DIVERGED;
    run.epochLoss += run.batchLoss;
    run.epochTargets += count;
    run.allTargets += count;
    run.lossSum += run.batchLoss;
    notePoint(run);
    run.turn = turn + 1;
    takeDrawn(run);
  }
  return GOING_ON;
}

/** The batch that has been drawn comes to work. */
@inline
function takeDrawn(run: Run): void {
  run.drawn = run.drawing;
  run.drawing = 0;
}

function endEpoch(run: Run): i32 {
  store<f64>(run.losses + (<usize>run.epoch << 3), run.epochLoss / run.epochTargets);
  run.epoch++;
  run.readPosition = 0;
  run.nextSentence = 0;
  run.streamLength = 0;
  run.cursor = 0;
  run.drawn = -1;
  run.turn = 0;
  run.epochTargets = 0;
  run.epochLoss = 0;
  return run.epoch == run.epochs ? DONE : EPOCH_ENDED;
}

/** One step on records and output rows that the host wrote: for comparison with the layers. Returns the sum of the losses. */
export function trainRecords(address: usize, count: i32, rate: f32): f64 {
  const run = changetype<Run>(address);
  const rows = scoreBatch(run, run.records, run.outputs, run.partials, count);
  descend(run, run.records, run.outputs, run.partials, count, rows, rate);
  return run.batchLoss;
}

// Where the batch of a turn is, by as many turns as its numbers are needed for.

/** One batch is in work while the thread draws the next. */
@inline
function recordsOf(run: Run, turn: i32): usize {
  return run.records + <usize>((turn & 1) * run.batchSize) * run.recordBytes;
}

/** A slower thread may still read the partial scores of one batch while those of the next are written. */
@inline
function partialsOf(run: Run, turn: i32): usize {
  return run.partials + <usize>((turn & 1) * run.threads) * run.threadPartials;
}

/** A slower thread may still descend on one batch while another is at work on the next and draws the one after that. */
@inline
function outputsOf(run: Run, turn: i32): usize {
  return run.outputs + <usize>(turn % 3) * run.outputsBytes;
}

function rateOf(run: Run): f32 {
  const share = min(1, run.allTargets / run.expectedTargets);
  return <f32>(run.startRate + (run.endRate - run.startRate) * share);
}
