export { type AdaGradOptions, adaGrad } from "./ada-grad.js";
export { type AdamOptions, adam } from "./adam.js";
export { clipGradientNorm } from "./clip-gradient-norm.js";
export { type MomentumOptions, momentum } from "./momentum.js";
export { type NesterovOptions, nesterov } from "./nesterov.js";
export {
  type Optimizer,
  type RowOptimizerOptions,
  type RowsUpdate,
  type RowUpdate,
  rowOptimizer,
} from "./optimizer.js";
export { type RmsPropOptions, rmsProp } from "./rms-prop.js";
export { cosineDecay, linearDecay, type Schedule, stepDecay, warmup } from "./schedule.js";
export { sgd } from "./sgd.js";
