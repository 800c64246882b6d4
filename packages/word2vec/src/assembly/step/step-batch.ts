import { writeScoreSteps } from "./score-steps";
import { contextRow, recordOf } from "../record";
import { Run } from "../run";
import { updateOutputsAndHidden } from "./update-outputs-and-hidden";
import {
  writeHiddenStep,
  writeHiddenSteps,
  updateContext,
  updateContexts,
  updateOutputs,
  updateOutputsOfContexts,
} from "./update-rows";

/**
 * One step of gradient descent on a batch whose scores are written. All targets see the weights from before the batch, and a row receives the sum of its
 * steps: so all steps are computed first, and then all rows are updated.
 *
 * Returns false, and touches nothing, if the loss is huge or not a number: that comes from weights that are, or soon makes some.
 */
export function stepBatch(run: Run, count: i32, rows: i32, rate: f32): bool {
  run.batchLoss = writeScoreSteps(run, rows, rate);
  if (!(run.batchLoss <= run.lossLimit * <f64>count)) return false;
  if (run.isSkipGram) stepSkipGram(run, count);
  else if (count == 1) stepOneOfCbow(run);
  else stepCbow(run, count);
  return true;
}

/** A batch of one target: no other one reads its output rows, so that one pass over them does both. */
function stepOneOfCbow(run: Run): void {
  updateOutputsAndHidden(run, run.outputs, run.scoreSteps, run.hidden, run.hiddenSteps);
  updateContexts(run, run.records, run.hiddenSteps);
}

function stepCbow(run: Run, count: i32): void {
  const columns = (<usize>run.columns) << 2;
  const bytes = run.rowBytes;
  const next = (<usize>(1 + run.negatives)) << 2;
  let scoreSteps = run.scoreSteps;
  let hiddenSteps = run.hiddenSteps;
  for (let b = 0; b < count; b++) {
    writeHiddenStep(run, run.outputs + <usize>b * columns, scoreSteps, hiddenSteps);
    scoreSteps += next;
    hiddenSteps += bytes;
  }
  scoreSteps = run.scoreSteps;
  hiddenSteps = run.hiddenSteps;
  let hidden = run.hidden;
  for (let b = 0; b < count; b++) {
    const record = recordOf(run, b);
    updateOutputs(run, run.outputs + <usize>b * columns, scoreSteps, hidden);
    updateContexts(run, record, hiddenSteps);
    scoreSteps += next;
    hidden += bytes;
    hiddenSteps += bytes;
  }
}

function stepSkipGram(run: Run, count: i32): void {
  const columns = (<usize>run.columns) << 2;
  const bytes = run.rowBytes;
  const next = (<usize>(1 + run.negatives)) << 2;
  let scoreSteps = run.scoreSteps;
  let hiddenSteps = run.hiddenSteps;
  for (let b = 0; b < count; b++) {
    const record = recordOf(run, b);
    const n = load<i32>(record);
    writeHiddenSteps(run, run.outputs + <usize>b * columns, n, scoreSteps, hiddenSteps);
    scoreSteps += <usize>n * next;
    hiddenSteps += <usize>n * bytes;
  }
  // Context rows are the hidden vectors: all output rows first, while they are what they were.
  scoreSteps = run.scoreSteps;
  for (let b = 0; b < count; b++) {
    const record = recordOf(run, b);
    updateOutputsOfContexts(run, run.outputs + <usize>b * columns, record, scoreSteps);
    scoreSteps += <usize>load<i32>(record) * next;
  }
  hiddenSteps = run.hiddenSteps;
  for (let b = 0; b < count; b++) {
    const record = recordOf(run, b);
    const n = load<i32>(record);
    for (let i = 1; i <= n; i++) {
      updateContext(run, contextRow(run, record, i), hiddenSteps);
      hiddenSteps += bytes;
    }
  }
}
