import { MAXIMUM_MEMORY_BYTES, pagesOf } from "@wordloom/wasm";

const MAX_PAGES = pagesOf(MAXIMUM_MEMORY_BYTES);

/** What a run asks for. */
interface MemoryRequest {
  /** The function that errors name. */
  readonly caller: string;
  readonly bytes: number;
  /** Whether threads share it. */
  readonly shared: boolean;
  /** Words and dimension, which errors name. */
  readonly V: number;
  readonly D: number;
}

/**
 * Reserves the memory of a run.
 *
 * @throws RangeError if it is more than WebAssembly can address, or the system has, saying how much
 */
export function wasmMemory({ caller, bytes, shared, V, D }: MemoryRequest): WebAssembly.Memory {
  const pages = pagesOf(bytes);
  const inGib = (value: number): string => `${(value / 2 ** 30).toFixed(1)} GiB`;
  if (pages > MAX_PAGES) {
    throw new RangeError(
      `${caller}: the lanes and buffers of a run of ${V} words × ${D} numbers take ${inGib(bytes)} beside its tables; the limit ` +
        `is ${inGib(MAXIMUM_MEMORY_BYTES)}: lower lanes, laneWords or batchSize, or raise minCount`,
    );
  }
  try {
    return new WebAssembly.Memory({ initial: pages, maximum: MAX_PAGES, shared });
  } catch (error) {
    if ((Object(error) as Partial<Error>).name !== "RangeError") throw error;
    throw new RangeError(`${caller}: the system has no ${inGib(bytes)} to give: lower dimension, or raise minCount`, {
      cause: error,
    });
  }
}
