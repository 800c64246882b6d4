import { kernelsBase64 } from "./kernels.wasm.js";

/** What the kernels (src/assembly/index.ts) export. */
export interface Kernels {
  /** Trains for so many batches, or to the end of the epoch; returns a {@link status}. */
  readonly advance: (run: number, batches: number) => number;
  /** One step on records already written; returns the sum of the losses. */
  readonly trainRecords: (run: number, count: number, rate: number) => number;
}

/** What `advance` returns. */
export const status = { goingOn: 0, done: 1, brokenOff: 2, diverged: 3, epochEnded: 4 } as const;

let compiled: Promise<WebAssembly.Module> | undefined;

/** The kernels' module, compiled once. */
export function kernelModule(): Promise<WebAssembly.Module> {
  compiled ??= WebAssembly.compile(Uint8Array.from(atob(kernelsBase64), (character) => character.charCodeAt(0)));
  return compiled;
}

export async function instantiateKernels(module: WebAssembly.Module, memory: WebAssembly.Memory): Promise<Kernels> {
  const { exports } = await WebAssembly.instantiate(module, { env: { memory } });
  const { advance, trainRecords } = exports;
  return { advance: advance as Kernels["advance"], trainRecords: trainRecords as Kernels["trainRecords"] };
}
