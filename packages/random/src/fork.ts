import { requireArgument } from "@wordloom/arguments";
import { checkRandom } from "./check-random.js";
import type { Random } from "./random.js";
import { threefry2x32 } from "./threefry.js";

/**
 * Makes an independent stream for a purpose: a pure function of the parent's key and the label, whatever the parent
 * has drawn. `fork(fork(random, "negatives"), epoch)` is the same stream on any thread and in any order.
 *
 * The new key is threefry of the label under the parent's key. A string is absorbed four UTF-16 units at a time, after
 * its length, so that two labels share a stream with a chance of 2^−64.
 *
 * @param label - a name, or a whole number in `[0, 2^53)`
 * @throws RangeError for any other number
 */
export function fork(random: Random, label: string | number): Random {
  checkRandom("fork", random);
  const isLabel = typeof label === "string" || typeof label === "number";
  requireArgument("fork", isLabel, "the label is", label, "it is a name, or a whole number");
  const key = random.key.slice();
  if (typeof label === "number") {
    absorb(key, label, NUMBER_LABEL | highWord(label));
  } else {
    absorb(key, label.length, STRING_LABEL);
    for (let i = 0; i < label.length; i += 4) absorb(key, twoUnits(label, i), twoUnits(label, i + 2));
  }
  return { key, counter: 0, block: new Uint32Array(2) };
}

// Set in the high word of a label, above the 21 bits that the counter of a draw can reach: a child's key is never a
// block that its parent draws, and no number is the label of a string.
const NUMBER_LABEL = 0x40000000;
const STRING_LABEL = 0x80000000;

function highWord(label: number): number {
  if (!Number.isSafeInteger(label) || label < 0) {
    throw new RangeError(`fork: label is ${label}; a number must be whole and in [0, 2^53)`);
  }
  return label * 2 ** -32;
}

function absorb(key: Uint32Array, low: number, high: number): void {
  threefry2x32(key, key[0], key[1], low, high);
}

/** Packs two UTF-16 units in one word; zeros past the end, which the length tells from units that are zero. */
function twoUnits(label: string, index: number): number {
  return label.charCodeAt(index) | (label.charCodeAt(index + 1) << 16);
}
