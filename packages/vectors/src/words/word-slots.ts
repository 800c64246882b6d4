import { reserve } from "@wordloom/wasm";
import { kernelPlan, kernelsOn, type VectorKernels } from "../wasm/kernels.js";

/** A hash table of words, but for the words. */
export interface WordSlots {
  /** `[V]` and room for more, the hash of each word. */
  readonly hashes: Int32Array;
  /** A row and one, or 0 where there is none; twice as many as words, at least, and a power of two. */
  readonly slots: Int32Array;
  /** Undefined where both are in memory that it cannot reach. */
  readonly kernel: SlotsKernel | undefined;
}

interface SlotsKernel extends VectorKernels {
  /** Hashes of words to add. */
  readonly added: Int32Array;
}

/** Words that the kernel adds at a time, and for which to compile it. */
export const KERNEL_WORDS: number = 1 << 13;

/** An empty table with room for `room` words, a power of two. */
export function wordSlots(room: number): WordSlots {
  return { hashes: new Int32Array(room), slots: new Int32Array(2 * room), kernel: undefined };
}

/** An empty table where a kernel can reach it, if there can be one; else elsewhere. */
export function kernelSlots(room: number): WordSlots {
  const plan = kernelPlan();
  const added = reserve(plan, 4 * KERNEL_WORDS);
  const hashes = reserve(plan, 4 * room);
  const slots = reserve(plan, 8 * room);
  const memory = kernelsOn(plan.size);
  if (memory === undefined) return wordSlots(room);
  const { buffer } = memory;
  return {
    hashes: new Int32Array(buffer, hashes, room),
    slots: new Int32Array(buffer, slots, 2 * room),
    kernel: { ...memory, added: new Int32Array(buffer, added, KERNEL_WORDS) },
  };
}

/**
 * Adds words by their hashes, the first of those that the kernel was given and were not added yet, as rows from `row`, until
 * one may be there already.
 *
 * @param reach - slots that a word may look at
 * @returns how many
 */
export function addNewHashes(
  { hashes, slots, kernel }: WordSlots,
  start: number,
  end: number,
  row: number,
  reach: number,
): number {
  if (kernel === undefined || start >= end) return 0;
  const { kernels, added } = kernel;
  const first = added.byteOffset + 4 * start;
  const mask = slots.length - 1;
  return kernels.addHashes(first, end - start, row, hashes.byteOffset, slots.byteOffset, mask, reach);
}
