export { chainOptimizers } from "./compose/chain-optimizers.js";
export { clipByGlobalNorm } from "./compose/clip-by-global-norm.js";
export { clipGradientNorm } from "./compose/clip-gradient-norm.js";
export type { Optimizer, OptimizerState, RowState } from "./optimizer.js";
export {
  type RowArrays,
  type RowOptimizerOptions,
  type RowsUpdate,
  type RowUpdate,
  rowOptimizer,
} from "./rows/row-optimizer.js";
export { type AdaGradOptions, adaGrad } from "./rules/ada-grad.js";
export { type AdamOptions, adam } from "./rules/adam.js";
export { type MomentumOptions, momentum } from "./rules/momentum.js";
export { type NesterovOptions, nesterov } from "./rules/nesterov.js";
export { type RmsPropOptions, rmsProp } from "./rules/rms-prop.js";
export { sgd } from "./rules/sgd.js";
export { cosineDecay, joinSchedules, linearDecay, type Schedule, stepDecay, warmup } from "./schedules/schedule.js";
export { restoreState } from "./state/restore-state.js";
export { saveState } from "./state/save-state.js";
