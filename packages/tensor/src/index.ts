export {
  type Parameter,
  parameter,
  type RowSet,
  rowLength,
  touchAllRows,
  touchRow,
  zeroGradients,
} from "./parameter.js";
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
