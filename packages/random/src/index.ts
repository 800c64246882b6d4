export { checkRandom } from "./check-random.js";
export {
  type ChoiceOptions,
  choice,
  type ShapedChoice,
  type ShapedChoiceOptions,
  type SizedChoiceOptions,
} from "./choice.js";
export { fork } from "./fork.js";
export { type NormalsOptions, normal, normals } from "./normal.js";
export { type MutableArray, permutation, shuffle } from "./permutation.js";
export { type Random, randomFromSeed } from "./random.js";
export { threefry2x32 } from "./threefry.js";
export { integer, uniform } from "./uniform.js";
