import { scoreGradients } from "./score-steps";
import { contextRow, recordOf } from "../record";
import { Run } from "../run";
import {
  hiddenGradient,
  hiddenGradients,
  updateContext,
  updateContexts,
  updateOutputs,
  updateOutputsOfContexts,
} from "./update-rows";

/**
 * The step itself. All targets see the weights from before the batch, and a row receives the sum of its gradients: first all
 * gradients, then all updates.
 *
 * False, and nothing is touched, if the loss is huge or no number: that comes from weights that are, or soon makes some.
 */
export function descend(run: Run, records: usize, outputs: usize, partials: usize, count: i32, rows: i32, rate: f32): bool {
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
