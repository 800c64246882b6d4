import { requireArgument } from "@wordloom/arguments";
import type { Random } from "./random.js";

/**
 * Refuses an argument that is no generator, such as `Math.random` or a seed, which only a caller without types can give.
 *
 * @param caller - the function that was called, for the message
 * @throws TypeError if `random` has no `key` and `counter`
 */
export function checkRandom(caller: string, random: Random): void {
  const { key, counter } = Object(random) as Partial<Random>;
  const isRight = ArrayBuffer.isView(key) && typeof counter === "number";
  requireArgument(caller, isRight, "the generator is", random, "randomFromSeed(seed) makes one");
}
