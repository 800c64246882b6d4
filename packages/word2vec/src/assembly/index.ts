import { waitAtBarrier } from "./barrier";
import { stepBatch } from "./step/step-batch";
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
 * Trains for `batches` batches, or to the end of the epoch, or of the ids that the host has copied. All threads of a run call
 * it, each with its own `Run`. They wait for each other once a batch, when each has written its partial scores and its share of
 * the next batch's negatives.
 */
export function advance(address: usize, batches: i32): i32 {
  const run = changetype<Run>(address);
  if (run.batchTargets < 0) {
    if (!drawBatch(run, recordsOf(run, 0), outputsOf(run, 0), 0)) return OUT_OF_IDS;
    beginNextBatch(run);
    if (!waitAtBarrier(run)) return BROKEN_OFF;
  }
  for (let i = 0; i < batches; i++) {
    const count = run.batchTargets;
    if (count == 0) return endEpoch(run);
    const batchIndex = run.batchIndex;
    const records = recordsOf(run, batchIndex);
    const outputs = outputsOf(run, batchIndex);
    const partials = partialsOf(run, batchIndex);
    // Done again where the ids had run out: it is a few microseconds, and changes nothing.
    const rows = scoreBatch(run, records, outputs, partials, count);
    const drawnBefore = <u64>run.epochTargets + count;
    if (!drawBatch(run, recordsOf(run, batchIndex + 1), outputsOf(run, batchIndex + 1), drawnBefore)) return OUT_OF_IDS;
    if (!waitAtBarrier(run)) return BROKEN_OFF;
    if (!stepBatch(run, records, outputs, partials, count, rows, rateOf(run))) return DIVERGED;
    run.epochLoss += run.batchLoss;
    run.epochTargets += count;
    run.allTargets += count;
    run.lossSum += run.batchLoss;
    notePoint(run);
    run.batchIndex = batchIndex + 1;
    beginNextBatch(run);
  }
  return GOING_ON;
}

/** The batch that has been sampled is the one in work now. */
@inline
function beginNextBatch(run: Run): void {
  run.batchTargets = run.nextTargets;
  run.nextTargets = 0;
}

function endEpoch(run: Run): i32 {
  store<f64>(run.losses + (<usize>run.epoch << 3), run.epochLoss / run.epochTargets);
  run.epoch++;
  run.readPosition = 0;
  run.nextSentence = 0;
  run.streamLength = 0;
  run.cursor = 0;
  run.batchTargets = -1;
  run.batchIndex = 0;
  run.epochTargets = 0;
  run.epochLoss = 0;
  return run.epoch == run.epochs ? DONE : EPOCH_ENDED;
}

/** One step on records and output rows that the host wrote: for comparison with the layers. Returns the sum of the losses. */
export function trainRecords(address: usize, count: i32, rate: f32): f64 {
  const run = changetype<Run>(address);
  const rows = scoreBatch(run, run.records, run.outputs, run.partials, count);
  stepBatch(run, run.records, run.outputs, run.partials, count, rows, rate);
  return run.batchLoss;
}

// Where the numbers of a batch are. Batches use two or three places in turn, for as long as their numbers are needed.

/** One batch is in work while the thread draws the next. */
@inline
function recordsOf(run: Run, batchIndex: i32): usize {
  return run.records + <usize>((batchIndex & 1) * run.batchSize) * run.recordBytes;
}

/** A slower thread may still read the partial scores of one batch while those of the next are written. */
@inline
function partialsOf(run: Run, batchIndex: i32): usize {
  return run.partials + <usize>((batchIndex & 1) * run.threads) * run.threadPartials;
}

/** A slower thread may still take its step on one batch while another scores the next and samples the one after that. */
@inline
function outputsOf(run: Run, batchIndex: i32): usize {
  return run.outputs + <usize>(batchIndex % 3) * run.outputsBytes;
}

function rateOf(run: Run): f32 {
  const share = min(1, run.allTargets / run.expectedTargets);
  return <f32>(run.startRate + (run.endRate - run.startRate) * share);
}
