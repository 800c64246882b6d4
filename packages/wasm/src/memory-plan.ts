/** Bytes of a page, the unit of WebAssembly's memories. */
export const PAGE_BYTES: number = 2 ** 16;
/** The most bytes that WebAssembly can address with 32 bits: 4 GiB. */
export const MAXIMUM_MEMORY_BYTES: number = 2 ** 32;

/** Regions begin where a line of a processor's cache begins, so that no two threads write to one line. */
const LINE_BYTES = 64;

/** What a memory will hold, before there is one. */
export interface MemoryPlan {
  /** Bytes so far. */
  size: number;
  /** Bytes behind each region that a kernel may read, though it finds nothing of use there. */
  readonly spare: number;
}

/**
 * A plan of nothing yet. Address 0 stays unused, so that it can mean "none".
 *
 * @param spare - bytes behind each region that a kernel may read; 0 for kernels that never read beyond
 */
export function memoryPlan(spare = 0): MemoryPlan {
  return { size: LINE_BYTES, spare };
}

/**
 * Adds a region of `bytes` bytes to a plan.
 *
 * @returns its address, a multiple of 64
 */
export function reserve(plan: MemoryPlan, bytes: number): number {
  const address = plan.size;
  plan.size += inLines(bytes + plan.spare);
  return address;
}

/** The least multiple of 64 that is not below `bytes`. */
export function inLines(bytes: number): number {
  return LINE_BYTES * Math.ceil(bytes / LINE_BYTES);
}

/** How many pages hold `bytes` bytes. */
export function pagesOf(bytes: number): number {
  return Math.ceil(bytes / PAGE_BYTES);
}
