import * as fc from "fast-check";
import { batchSizes } from "../arbitraries/batch-sizes.js";
import type { Check } from "./battery.js";
import type { Fact } from "./differentiable-facts.js";

/** Makes a check of each fact, over random sizes, and one of all facts where every size is 1, which random sizes hardly ever are. */
export function checksOf(facts: Readonly<Record<string, Fact>>): Check[] {
  const overSizes = Object.entries(facts).map(([name, fact]) => ({
    name,
    check: () => fc.assert(fc.property(batchSizes(), fact)),
  }));
  const atOne = (): void => {
    for (const fact of Object.values(facts)) {
      for (const seed of [0, 1, 2]) fact({ V: 1, D: 1, H: 1, B: 1, C: 1, K: 1, T: 1, seed });
    }
  };
  return [...overSizes, { name: "does all of this where every size is 1", check: atOne }];
}
