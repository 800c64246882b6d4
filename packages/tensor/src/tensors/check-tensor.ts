import { isList, requireArgument } from "@wordloom/arguments";
import type { Ids, Tensor } from "./tensor.js";

/**
 * Refuses an argument that is neither a tensor nor ids, which only a caller without types can give.
 *
 * @param caller - the function that was called, for the message
 * @param name - the argument, such as `the value`
 * @throws TypeError if `value` has no `shape` and `data` that are lists
 */
export function checkTensor(caller: string, name: string, value: Tensor | Ids): void {
  const right = "tensor, matrix and ids of @wordloom/tensor make tensors";
  requireArgument(caller, isTensor(value), `${name} is`, value, right);
}

/** Says whether a value has the fields of a tensor, or of ids. */
export function isTensor(value: unknown): boolean {
  const { shape, data } = Object(value) as Partial<Tensor>;
  return isList(shape) && isList(data);
}
