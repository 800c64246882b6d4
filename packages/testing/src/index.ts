export { type ArrayMatchers, arrayMatchers, type MatcherResult, type NumberArray } from "./array-matchers.js";
export { type BatchSizes, batchSizes } from "./batch-sizes.js";
export { type CheckGradientsOptions, checkGradients } from "./check-gradients.js";
export { chiSquareScore } from "./chi-square-score.js";
export type {
  Differentiable,
  DifferentiableLoss,
  DifferentiableOutput,
  DifferentiableParameter,
  FloatsInShape,
} from "./differentiable.js";
export { type IdsInShape, idsIn } from "./ids-in.js";
export { seeds } from "./seeds.js";
export { type ShapesOptions, shapes } from "./shapes.js";
export { type DoublesInShape, tables, tensors } from "./tables.js";
