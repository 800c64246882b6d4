export { callKernel } from "./kernels.js";
export { type KernelCall, kernelCalls } from "./memory/kernel-calls.js";
export {
  type KernelMemory,
  kernelMemory,
  MAXIMUM_KERNEL_MEMORY,
  zerosBeside,
  zerosIn,
} from "./memory/kernel-memory.js";
export { add, addInto, scale, scaleInto } from "./operations/elementwise.js";
export { exp } from "./operations/exp.js";
export { addTransposedMatmul, dot, matmul, matmulInto, matmulTransposed } from "./operations/matmul.js";
export { checkParameter } from "./parameters/check-parameter.js";
export {
  type Parameter,
  parameter,
  type RowSet,
  rowLength,
  touchAllRows,
  touchRow,
  zeroGradients,
} from "./parameters/parameter.js";
export { asMatrix } from "./tensors/as-matrix.js";
export { checkTensor } from "./tensors/check-tensor.js";
export { checkPrecision, checkShape, matrixShape } from "./tensors/matrix-shape.js";
export { checkRowIds, NO_ROW } from "./tensors/row-ids.js";
export { ShapeError } from "./tensors/shape-error.js";
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
} from "./tensors/tensor.js";
