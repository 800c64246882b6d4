import { meet } from "./barrier";
import { scoreGradients } from "./gradients";
import { meanOfContexts } from "./hidden";
import { Run } from "./run";
import { drawBatch } from "./sample";
import { fillUp, partialScores } from "./scores";
import {
  hiddenGradient,
  hiddenGradients,
  updateContext,
  updateContexts,
  updateOutputs,
  updateOutputsOfContexts,
} from "./update";

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
    const rows = score(run, records, outputs, partials, count);
    const drawnBefore = <u64>run.epochTargets + count;
    if (!drawBatch(run, recordsOf(run, turn + 1), outputsOf(run, turn + 1), drawnBefore)) return OUT_OF_IDS;
    if (!meet(run)) return BROKEN_OFF;
    if (!descend(run, records, outputs, partials, count, rows, rateOf(run))) return DIVERGED;
    run.epochLoss += run.batchLoss;
    run.epochTargets += count;
    run.allTargets += count;
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
  const rows = score(run, run.records, run.outputs, run.partials, count);
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

/** This thread's partial scores of all targets. Returns how many hidden vectors they have. */
function score(run: Run, records: usize, outputs: usize, allPartials: usize, count: i32): i32 {
  const columns = (<usize>run.columns) << 2;
  const next = (<usize>(1 + run.negatives)) << 2;
  let partials = allPartials + <usize>run.thread * run.threadPartials;
  let rows = 0;
  for (let b = 0; b < count; b++) {
    const record = recordOf(run, records, b);
    if (run.isSkipGram) {
      // Each context row is a hidden vector itself.
      const n = load<i32>(record);
      for (let i = 1; i <= n; i++) {
        partialScores(run, outputs + <usize>b * columns, contextRow(run, record, i), partials);
        partials += next;
      }
      rows += n;
    } else {
      const hidden = run.hidden + <usize>b * run.rowBytes;
      meanOfContexts(run, record, hidden);
      partialScores(run, outputs + <usize>b * columns, hidden, partials);
      partials += next;
      rows++;
    }
  }
  fillUp(partials);
  return rows;
}

@inline
function recordOf(run: Run, records: usize, b: i32): usize {
  return records + <usize>b * run.recordBytes;
}

@inline
function contextRow(run: Run, record: usize, i: i32): usize {
  return run.input + <usize>load<i32>(record + ((<usize>i) << 2)) * run.rowBytes;
}

/**
 * The step itself. All targets see the weights from before the batch, and a row receives the sum of its gradients: first all
 * gradients, then all updates.
 *
 * False, and nothing is touched, if the loss is huge or no number: that comes from weights that are, or soon makes some.
 */
function descend(run: Run, records: usize, outputs: usize, partials: usize, count: i32, rows: i32, rate: f32): bool {
  run.batchLoss = scoreGradients(run, partials, rows, rate);
  if (!(run.batchLoss <= run.lossLimit * <f64>count)) return false;
  if (run.isSkipGram) descendSkipGram(run, records, outputs, count);
  else descendCbow(run, records, outputs, count);
  return true;
}

function descendCbow(run: Run, records: usize, outputs: usize, count: i32): void {
  const columns = (<usize>run.columns) << 2;
  const bytes = run.rowBytes;
  const next = (<usize>(1 + run.negatives)) << 2;
  let gradients = run.gradients;
  let dHidden = run.dHidden;
  for (let b = 0; b < count; b++) {
    hiddenGradient(run, outputs + <usize>b * columns, gradients, dHidden);
    gradients += next;
    dHidden += bytes;
  }
  gradients = run.gradients;
  dHidden = run.dHidden;
  let hidden = run.hidden;
  for (let b = 0; b < count; b++) {
    const record = recordOf(run, records, b);
    updateOutputs(run, outputs + <usize>b * columns, gradients, hidden);
    updateContexts(run, record, dHidden);
    gradients += next;
    hidden += bytes;
    dHidden += bytes;
  }
}

function descendSkipGram(run: Run, records: usize, outputs: usize, count: i32): void {
  const columns = (<usize>run.columns) << 2;
  const bytes = run.rowBytes;
  const next = (<usize>(1 + run.negatives)) << 2;
  let gradients = run.gradients;
  let dHidden = run.dHidden;
  for (let b = 0; b < count; b++) {
    const record = recordOf(run, records, b);
    const n = load<i32>(record);
    hiddenGradients(run, outputs + <usize>b * columns, n, gradients, dHidden);
    gradients += <usize>n * next;
    dHidden += <usize>n * bytes;
  }
  // Context rows are the hidden vectors: all output rows first, while they are what they were.
  gradients = run.gradients;
  for (let b = 0; b < count; b++) {
    const record = recordOf(run, records, b);
    updateOutputsOfContexts(run, outputs + <usize>b * columns, record, gradients);
    gradients += <usize>load<i32>(record) * next;
  }
  dHidden = run.dHidden;
  for (let b = 0; b < count; b++) {
    const record = recordOf(run, records, b);
    const n = load<i32>(record);
    for (let i = 1; i <= n; i++) {
      updateContext(run, contextRow(run, record, i), dHidden);
      dHidden += bytes;
    }
  }
}
