import { requireArgument } from "@wordloom/arguments";
import { isTensor } from "../tensors/check-tensor.js";
import type { Parameter } from "./parameter.js";

/**
 * Refuses an argument that is no parameter, such as a bare tensor, which only a caller without types can give.
 *
 * @param caller - the function that was called, for the message
 * @param name - the argument, such as `the table`
 * @throws TypeError if `value` has no tensor `value` and no `touchedRows`
 */
export function checkParameter(caller: string, name: string, value: Parameter): void {
  const { value: tensor, touchedRows } = Object(value) as Partial<Parameter>;
  const isRight = isTensor(tensor) && touchedRows !== undefined;
  requireArgument(caller, isRight, `${name} is`, value, 'parameter("name", tensor) makes one');
}
