import { type KernelHost, kernelHost } from "@wordloom/wasm";
import type { TrainingMemory } from "../memory/training-memory.js";
import { type TableRowsTask, tableRows } from "../workers/programs/table-rows.js";
import { isShared } from "./is-shared.js";
import { type Kernels, kernels } from "./kernels.wasm.js";

/** What `advance` returns. */
export const status = {
  goingOn: 0,
  done: 1,
  brokenOff: 2,
  diverged: 3,
  epochEnded: 4,
  outOfIds: 5,
  stopped: 6,
} as const;

const host: KernelHost<Kernels> = kernelHost(kernels);

/**
 * The kernels' module for a kind of memory, shared or not; each is compiled once.
 *
 * @param caller - the function that the error names
 */
export async function kernelModule({ buffer }: WebAssembly.Memory, caller = "train"): Promise<WebAssembly.Module> {
  try {
    return (await host.module(isShared(buffer))) as WebAssembly.Module;
  } catch (error) {
    throw new Error(
      `${caller}: the kernels can't be compiled (${error}); a page's Content-Security-Policy must allow ` +
        "'wasm-unsafe-eval' in script-src, and the engine must know WebAssembly's SIMD",
      { cause: error },
    );
  }
}

/** What kernels need of a run: their memory, and the tables that may be outside of it. */
export type KernelsMemory = Pick<TrainingMemory, "memory" | "tables" | "rowWidth">;

/** Puts the kernels on a run's memory. */
export async function instantiateKernels(training: KernelsMemory, caller?: string): Promise<Kernels> {
  const { memory } = training;
  const env = { memory, ...tableRows(rowsTaskOf(training)) };
  const { exports } = await WebAssembly.instantiate(await kernelModule(memory, caller), { env });
  return exports as unknown as Kernels;
}

/** What the kernels call for rows outside of their memory needs to know. */
export function rowsTaskOf({ memory, tables, rowWidth }: KernelsMemory): TableRowsTask {
  return { memory, ...tables, W: rowWidth };
}
