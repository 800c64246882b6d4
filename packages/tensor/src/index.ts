export { asMatrix } from "./as-matrix.js";
export { checkParameter, checkTensor } from "./check-parameter.js";
export { add, addInto, scale, scaleInto } from "./elementwise.js";
export { exp } from "./exp.js";
export { gatherRows, scatterAddRows } from "./gather-rows.js";
export { type KernelCall, kernelCalls } from "./kernel-calls.js";
export { type KernelMemory, kernelMemory, MAXIMUM_KERNEL_MEMORY, zerosBeside, zerosIn } from "./kernel-memory.js";
export { addTransposedMatmul, dot, matmul, matmulInto, matmulTransposed } from "./matmul.js";
export { checkPrecision, checkShape, matrixShape } from "./matrix-shape.js";
export { meanRows, scatterAddMeanRows } from "./mean-rows.js";
export {
  type Parameter,
  parameter,
  type RowSet,
  rowLength,
  touchAllRows,
  touchRow,
  zeroGradients,
} from "./parameter.js";
export { rowDots, rowDotsBackward } from "./row-dots.js";
export { checkRowIds, NO_ROW } from "./row-ids.js";
export { ShapeError } from "./shape-error.js";
export {
  type FloatArray,
  type Ids,
  ids,
  matrix,
  type Precision,
  precisionOf,
  type Tensor,
  tensor,
  zeros,
  zerosLike,
} from "./tensor.js";
