import { givenKind } from "@wordloom/arguments";
import type { FloatArray, Parameter } from "@wordloom/tensor";
import type { RowState } from "../optimizer.js";

/**
 * Refuses what is no state, or one for other parameters: it would be read beyond its end, or move the wrong rows.
 *
 * @throws TypeError for what is no {@link RowState}, or one of another rule
 * @throws RangeError if its arrays are not those of these parameters in this order
 */
export function checkRowState(
  state: RowState,
  parameters: readonly Parameter[],
  name: string,
  slotCount: number,
): void {
  const { rule, step, numbers, slots } = Object(state) as Partial<RowState>;
  if (!Number.isInteger(step) || numbers === undefined || !Array.isArray(slots)) {
    throw new TypeError(
      `optimizer: the state is ${givenKind(state)}; init(parameters) of the same optimizer makes one`,
    );
  }
  if (rule !== name) {
    throw new TypeError(
      `optimizer: the state is one of ${rule}, and this is ${name}; init(parameters) makes one for it`,
    );
  }
  if (slots.length !== parameters.length) {
    throw new RangeError(
      `optimizer: the state is for ${slots.length} parameters, and there are ${parameters.length}; ` +
        "init(parameters) makes one for these",
    );
  }
  for (const [index, { name, value }] of parameters.entries()) {
    const arrays: readonly FloatArray[] = slots[index];
    if (arrays.length === slotCount && arrays.every((array) => isAlike(array, value.data))) continue;
    throw new RangeError(
      `optimizer: the state does not fit parameter ${index}, "${name}"; parameters come in the order that init was given`,
    );
  }
}

function isAlike(array: FloatArray, value: FloatArray): boolean {
  return array.length === value.length && array.BYTES_PER_ELEMENT === value.BYTES_PER_ELEMENT;
}
