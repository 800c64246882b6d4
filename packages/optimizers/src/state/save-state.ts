import type { OptimizerState } from "../optimizer.js";

/**
 * Copies the state of an optimizer, so that what is kept does not change with the next step.
 *
 * The copy is plain data with arrays of its own, also where the state lives in kernel memory: there, `structuredClone` would copy
 * the whole memory with it. `restoreState` takes it up again.
 *
 * @example
 * const saved = { values: model.parameters.map(({ value }) => value.data.slice()), state: saveState(state) };
 */
export function saveState(state: OptimizerState): OptimizerState {
  if (!("slots" in state)) return state.map(saveState);
  const { rule, step, numbers, slots } = state;
  return { rule, step, numbers: { ...numbers }, slots: slots.map((arrays) => arrays.map((array) => array.slice())) };
}
