import { requireArgument } from "@wordloom/arguments";
import type { Random } from "./random.js";

/** @throws TypeError for what is no generator, such as `Math.random` or a seed */
export function checkRandom(caller: string, random: Random): void {
  const { key, counter } = Object(random) as Partial<Random>;
  const isRight = ArrayBuffer.isView(key) && typeof counter === "number";
  requireArgument(caller, isRight, "the generator is", random, "randomFromSeed(seed) makes one");
}
