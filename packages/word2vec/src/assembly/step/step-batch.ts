import { writeScoreSteps } from "./score-steps";
import { contextRow, recordOf } from "../record";
import { Run } from "../run";
import {
  writeHiddenStep,
  writeHiddenSteps,
  updateContext,
  updateContexts,
  updateOutputs,
  updateOutputsOfContexts,
} from "./update-rows";

/**
 * One step of gradient descent on a batch. All targets see the weights from before the batch, and a row receives the sum of its
 * steps: so all steps are computed first, and then all rows are updated.
 *
 * Returns false, and touches nothing, if the loss is huge or not a number: that comes from weights that are, or soon makes some.
 */
export function stepBatch(run: Run, records: usize, outputs: usize, partials: usize, count: i32, rows: i32, rate: f32): bool {
  run.batchLoss = writeScoreSteps(run, partials, rows, rate);
  if (!(run.batchLoss <= run.lossLimit * <f64>count)) return false;
  if (run.isSkipGram) stepSkipGram(run, records, outputs, count);
  else stepCbow(run, records, outputs, count);
  return true;
}

function stepCbow(run: Run, records: usize, outputs: usize, count: i32): void {
  const columns = (<usize>run.columns) << 2;
  const bytes = run.rowBytes;
  const next = (<usize>(1 + run.negatives)) << 2;
  let scoreSteps = run.scoreSteps;
  let hiddenSteps = run.hiddenSteps;
  for (let b = 0; b < count; b++) {
    writeHiddenStep(run, outputs + <usize>b * columns, scoreSteps, hiddenSteps);
    scoreSteps += next;
    hiddenSteps += bytes;
  }
  scoreSteps = run.scoreSteps;
  hiddenSteps = run.hiddenSteps;
  let hidden = run.hidden;
  for (let b = 0; b < count; b++) {
    const record = recordOf(run, records, b);
    updateOutputs(run, outputs + <usize>b * columns, scoreSteps, hidden);
    updateContexts(run, record, hiddenSteps);
    scoreSteps += next;
    hidden += bytes;
    hiddenSteps += bytes;
  }
}

function stepSkipGram(run: Run, records: usize, outputs: usize, count: i32): void {
  const columns = (<usize>run.columns) << 2;
  const bytes = run.rowBytes;
  const next = (<usize>(1 + run.negatives)) << 2;
  let scoreSteps = run.scoreSteps;
  let hiddenSteps = run.hiddenSteps;
  for (let b = 0; b < count; b++) {
    const record = recordOf(run, records, b);
    const n = load<i32>(record);
    writeHiddenSteps(run, outputs + <usize>b * columns, n, scoreSteps, hiddenSteps);
    scoreSteps += <usize>n * next;
    hiddenSteps += <usize>n * bytes;
  }
  // Context rows are the hidden vectors: all output rows first, while they are what they were.
  scoreSteps = run.scoreSteps;
  for (let b = 0; b < count; b++) {
    const record = recordOf(run, records, b);
    updateOutputsOfContexts(run, outputs + <usize>b * columns, record, scoreSteps);
    scoreSteps += <usize>load<i32>(record) * next;
  }
  hiddenSteps = run.hiddenSteps;
  for (let b = 0; b < count; b++) {
    const record = recordOf(run, records, b);
    const n = load<i32>(record);
    for (let i = 1; i <= n; i++) {
      updateContext(run, contextRow(run, record, i), hiddenSteps);
      hiddenSteps += bytes;
    }
  }
}
