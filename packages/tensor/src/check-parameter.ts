import type { Parameter } from "./parameter.js";
import { isList, requireArgument } from "./require-argument.js";
import type { Ids, Tensor } from "./tensor.js";

/** @throws TypeError for what is no parameter */
export function checkParameter(caller: string, name: string, value: Parameter): void {
  const { value: tensor, touchedRows } = Object(value) as Partial<Parameter>;
  const isRight = isTensor(tensor) && touchedRows !== undefined;
  requireArgument(caller, isRight, `${name} is`, value, 'parameter("name", tensor) makes one');
}

/** @throws TypeError for what is no tensor, and no ids */
export function checkTensor(caller: string, name: string, value: Tensor | Ids): void {
  requireArgument(
    caller,
    isTensor(value),
    `${name} is`,
    value,
    "tensor, matrix and ids of @wordloom/tensor make tensors",
  );
}

function isTensor(value: unknown): boolean {
  const { shape, data } = Object(value) as Partial<Tensor>;
  return isList(shape) && isList(data);
}
