import { decideToStop, meet, stops } from "./barrier";
import { hiddenOf } from "./hidden";
import { Run } from "./run";
import { outputsOffset, sampleBatch } from "./sample";
import { partialScores, scoreGradients } from "./scores";
import { hiddenGradients, updateInputs, updateOutputs } from "./update";

export const GOING_ON: i32 = 0;
export const DONE: i32 = 1;
export const BROKEN_OFF: i32 = 2;
export const DIVERGED: i32 = 3;

/**
 * Trains for so many batches, or to the end. All threads of a run call it, each with its own view; they meet once a
 * batch, to add up scores.
 */
export function advance(address: usize, batches: i32): i32 {
  const run = changetype<Run>(address);
  for (let i = 0; i < batches; i++) {
    const count = sampleBatch(run);
    if (count == 0) {
      store<f64>(run.losses + (<usize>run.epoch << 3), run.epochLoss / run.epochTargets);
      run.epoch++;
      if (run.epoch == run.epochs) return DONE;
      run.readPosition = 0;
      run.nextSentence = 0;
      run.streamLength = 0;
      run.cursor = 0;
      run.epochTargets = 0;
      run.epochLoss = 0;
      continue;
    }
    if (!trainBatch(run, count, rateOf(run))) return BROKEN_OFF;
    if (!isFinite(run.batchLoss)) return DIVERGED;
    run.epochLoss += run.batchLoss;
    run.epochTargets += count;
    run.allTargets += count;
  }
  return GOING_ON;
}

/** One step on records that the host wrote: for comparison with the layers. Returns the sum of the losses. */
export function trainRecords(address: usize, count: i32, rate: f32): f64 {
  const run = changetype<Run>(address);
  trainBatch(run, count, rate);
  return run.batchLoss;
}

function rateOf(run: Run): f32 {
  const share = min(1, run.allTargets / run.expectedTargets);
  return <f32>(run.startRate + (run.endRate - run.startRate) * share);
}

/** All targets see the weights from before the batch; a row receives the sum of its gradients. */
function trainBatch(run: Run, count: i32, rate: f32): bool {
  run.batchLoss = 0;
  if (run.threads == 1) {
    // Alone, a thread goes on with a target while its rows are at hand.
    for (let b = 0; b < count; b++) {
      score(run, b);
      gradient(run, b, rate);
    }
  } else {
    for (let b = 0; b < count; b++) score(run, b);
    if (run.firstQuarter == 0) decideToStop(run.barrier, run.parity);
    if (!meet(run.barrier, run.threads) || stops(run.barrier, run.parity)) return false;
    for (let b = 0; b < count; b++) gradient(run, b, rate);
    // A slower thread may still read these partial scores while the next batch's are written elsewhere.
    run.parity ^= 1;
  }
  // A loss that is no number comes from weights that are none, or soon makes some: what was good stays.
  if (isFinite(run.batchLoss)) for (let b = 0; b < count; b++) update(run, b);
  return true;
}

function score(run: Run, b: i32): void {
  const record = recordOf(run, b);
  const hidden = vectorsOf(run, run.hidden, b);
  hiddenOf(run, record, hidden);
  partialScores(run, record + outputsOffset(run), hidden, hiddenCount(run, record), partialsOf(run, b));
}

function gradient(run: Run, b: i32, rate: f32): void {
  const record = recordOf(run, b);
  const count = hiddenCount(run, record);
  const gradients = gradientsOf(run, b);
  run.batchLoss += scoreGradients(run, partialsOf(run, b), count, gradients, rate);
  hiddenGradients(run, record + outputsOffset(run), gradients, count, vectorsOf(run, run.dHidden, b));
}

function update(run: Run, b: i32): void {
  const record = recordOf(run, b);
  const gradients = gradientsOf(run, b);
  const hidden = vectorsOf(run, run.hidden, b);
  updateOutputs(run, record + outputsOffset(run), gradients, hiddenCount(run, record), hidden);
  updateInputs(run, record, vectorsOf(run, run.dHidden, b));
}

@inline
function hiddenCount(run: Run, record: usize): i32 {
  return run.isSkipGram ? load<i32>(record) : 1;
}

@inline
function recordOf(run: Run, b: i32): usize {
  return run.records + <usize>b * run.recordBytes;
}

@inline
function vectorsOf(run: Run, start: usize, b: i32): usize {
  return start + <usize>b * <usize>run.hiddenPerTarget * run.rowBytes;
}

@inline
function gradientsOf(run: Run, b: i32): usize {
  return run.gradients + ((<usize>b * <usize>run.hiddenPerTarget * <usize>run.columns) << 2);
}

@inline
function partialsOf(run: Run, b: i32): usize {
  const offset = (<usize>b * <usize>run.hiddenPerTarget * <usize>run.columns) << 4;
  return run.partials + <usize>run.parity * run.partialsBytes + offset;
}
