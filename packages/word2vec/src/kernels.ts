import { kernelsBase64, memoryFlagsAt } from "./kernels.wasm.js";
import { isShared } from "./running-worker.js";

/** What the kernels (src/assembly/index.ts) export. */
export interface Kernels {
  /** Trains for so many batches, or to the end of the epoch or of the ids in memory; returns a {@link status}. */
  readonly advance: (run: number, batches: number) => number;
  /** One step on records already written; returns the sum of the losses. */
  readonly trainRecords: (run: number, count: number, rate: number) => number;
}

/** What `advance` returns. */
export const status = { goingOn: 0, done: 1, brokenOff: 2, diverged: 3, epochEnded: 4, outOfIds: 5 } as const;

const compiled = new Map<boolean, Promise<WebAssembly.Module>>();

/**
 * The kernels' module for a kind of memory, shared or not; each is compiled once.
 *
 * @param caller - the function that the error names
 */
export async function kernelModule({ buffer }: WebAssembly.Memory, caller = "train"): Promise<WebAssembly.Module> {
  const kind = isShared(buffer);
  const module = compiled.get(kind) ?? compile(kind);
  compiled.set(kind, module);
  try {
    return await module;
  } catch (error) {
    throw new Error(
      `${caller}: the kernels can't be compiled (${error}); a page's Content-Security-Policy must allow ` +
        "'wasm-unsafe-eval' in script-src, and the engine must know WebAssembly's SIMD",
      { cause: error },
    );
  }
}

export async function instantiateKernels(memory: WebAssembly.Memory, caller?: string): Promise<Kernels> {
  const { exports } = await WebAssembly.instantiate(await kernelModule(memory, caller), { env: { memory } });
  const { advance, trainRecords } = exports;
  return { advance: advance as Kernels["advance"], trainRecords: trainRecords as Kernels["trainRecords"] };
}

/** The bit of a memory's flags that says that threads share it. */
const SHARED = 2;

async function compile(hasSharedMemory: boolean): Promise<WebAssembly.Module> {
  const binary = Uint8Array.from(atob(kernelsBase64), (character) => character.charCodeAt(0));
  // The build is for shared memory. A page that may not share any still runs it, on one thread, with this one bit changed.
  if (!hasSharedMemory) binary[memoryFlagsAt] &= ~SHARED;
  return WebAssembly.compile(binary);
}
