import { givenKind, shownValue } from "@wordloom/arguments";
import type { FloatArray, Parameter } from "@wordloom/tensor";
import type { Optimizer, OptimizerState } from "../optimizer.js";

/**
 * Makes the state of an optimizer from one that was saved, so that training goes on as if it had never stopped, to the bit.
 *
 * `saved` is a clone of a state, or what was read of one: where it has typed arrays, lists of numbers do, too, such as JSON
 * gives. The numbers are copied to where the parameters live, in kernel memory too.
 *
 * @param optimizer - made as the one that `saved` is from
 * @param parameters - in the order in which `init` was given them
 * @throws TypeError or RangeError if `saved` is no state of this optimizer, or one for other parameters
 * @example
 * const saved = structuredClone({ values, state }); // or written to a file, and read
 * const state = restoreState(adam(0.001), model.parameters, saved.state);
 */
export function restoreState(
  optimizer: Optimizer,
  parameters: readonly Parameter[],
  saved: OptimizerState,
): OptimizerState {
  return restored(optimizer.init(parameters), saved, "the state") as OptimizerState;
}

/** `fresh` with the numbers of `saved`, which must have the same structure. Arrays of `fresh` are filled, and kept. */
function restored(fresh: unknown, saved: unknown, path: string): unknown {
  if (typeof fresh === "number") return requireKind(typeof saved === "number", saved, path, "a number");
  if (typeof fresh === "string") return requireRule(fresh, saved);
  if (ArrayBuffer.isView(fresh)) return filled(fresh as FloatArray, saved, path);
  if (Array.isArray(fresh)) {
    requireKind(Array.isArray(saved), saved, path, "a list");
    const list = saved as readonly unknown[];
    requireLength(fresh.length, list.length, path);
    return fresh.map((each, index) => restored(each, list[index], `${path}[${index}]`));
  }
  requireKind(typeof saved === "object" && saved !== null, saved, path, "an object");
  const entries = Object.entries(fresh as object);
  return Object.fromEntries(
    entries.map(([key, each]) => [key, restored(each, (saved as Record<string, unknown>)[key], `${path}.${key}`)]),
  );
}

function filled(array: FloatArray, saved: unknown, path: string): FloatArray {
  const isSame = Object.prototype.toString.call(saved) === Object.prototype.toString.call(array);
  const isNumbers = isSame || (Array.isArray(saved) && saved.every((each) => typeof each === "number"));
  requireKind(isNumbers, saved, path, `a ${array[Symbol.toStringTag]} or a list of numbers`);
  const numbers = saved as ArrayLike<number>;
  requireLength(array.length, numbers.length, path);
  array.set(numbers);
  return array;
}

function requireRule(expected: string, saved: unknown): string {
  if (saved === expected) return expected;
  throw new TypeError(
    `restoreState: the state is one of ${shownValue(saved)}, and the optimizer is ${shownValue(expected)}`,
  );
}

function requireKind(isRight: boolean, saved: unknown, path: string, right: string): unknown {
  if (isRight) return saved;
  throw new TypeError(`restoreState: ${path} is ${givenKind(saved)}; it must be ${right}`);
}

function requireLength(expected: number, length: number, path: string): void {
  if (length === expected) return;
  throw new RangeError(
    `restoreState: ${path} has ${length} entries, expected ${expected}; was it saved for the same parameters, in the same order?`,
  );
}
