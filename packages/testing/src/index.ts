export { type ArrayMatchers, arrayMatchers, type MatcherResult, type NumberArray } from "./array-matchers.js";
export { type BatchSizes, batchSizes } from "./batch-sizes.js";
export type { Battery, Check } from "./battery.js";
export { type CheckGradientsOptions, checkGradients } from "./check-gradients.js";
export { chiSquareScore } from "./chi-square-score.js";
export type {
  Differentiable,
  DifferentiableLayer,
  DifferentiableLoss,
  DifferentiableLossLayer,
  DifferentiableOutput,
  DifferentiableParameter,
  FloatsInShape,
} from "./differentiable.js";
export type { DifferentiableRow } from "./differentiable-row.js";
export type { Draw } from "./draw.js";
export { type IdsInShape, idsIn } from "./ids-in.js";
export { type LayerRow, layerBattery } from "./layer-battery.js";
export { type LossRow, lossBattery } from "./loss-battery.js";
export { type OptimizerRow, optimizerBattery, type UpdatingOptimizer } from "./optimizer-battery.js";
export { type SamplerRow, samplerBattery } from "./sampler-battery.js";
export { seeds } from "./seeds.js";
export { type ShapesOptions, shapes } from "./shapes.js";
export { type DoublesInShape, tables, tensors } from "./tables.js";
