export { type BatchSizes, batchSizes } from "./arbitraries/batch-sizes.js";
export { type IdsInShape, idsIn } from "./arbitraries/ids-in.js";
export { seeds } from "./arbitraries/seeds.js";
export { type ShapesOptions, shapes } from "./arbitraries/shapes.js";
export { type DoublesInShape, tables, tensors } from "./arbitraries/tables.js";
export { type ArrayMatchers, arrayMatchers, type MatcherResult, type NumberArray } from "./arrays/array-matchers.js";
export type { Battery, Check } from "./batteries/battery.js";
export type { DifferentiableRow } from "./batteries/differentiable-row.js";
export type { Draw } from "./batteries/draw.js";
export { type LayerRow, layerBattery } from "./batteries/layer-battery.js";
export { type LossRow, lossBattery } from "./batteries/loss-battery.js";
export { type OptimizerRow, optimizerBattery, type UpdatingOptimizer } from "./batteries/optimizer-battery.js";
export { type SamplerRow, samplerBattery } from "./batteries/sampler-battery.js";
export { type CheckGradientsOptions, checkGradients } from "./gradients/check-gradients.js";
export type {
  Differentiable,
  DifferentiableLayer,
  DifferentiableLoss,
  DifferentiableLossLayer,
  DifferentiableOutput,
  DifferentiableParameter,
  FloatsInShape,
} from "./gradients/differentiable.js";
export { chiSquareScore } from "./statistics/chi-square-score.js";
