import { type KernelBinary, moduleBytes } from "./kernel-binary.js";
import { pagesOf } from "./memory-plan.js";
import type { WasmGlobal, WasmMemory, WasmModule } from "./wasm-types.js";

declare const WebAssembly: WasmGlobal | undefined;

/** Kernels, and the memory that they work on. */
export interface KernelsOnMemory<Kernels> {
  readonly kernels: Kernels;
  /** All of the memory. */
  readonly buffer: ArrayBuffer;
}

/** Compiles one package's kernels, each kind once, and puts them on memories. */
export interface KernelHost<Kernels> {
  /**
   * Kernels on a new memory of `bytes` bytes, which no thread shares, at once.
   *
   * @returns undefined where there can be none: without WebAssembly's SIMD, where a page forbids compiling, beyond 4 GiB, or
   *   beyond what the machine has
   */
  readonly onNew: (bytes: number) => KernelsOnMemory<Kernels> | undefined;
  /**
   * Kernels on a memory that is there already, at once; asked again for one memory, the answer is the same instance.
   *
   * @returns undefined where kernels can't be compiled
   */
  readonly on: (memory: WasmMemory) => Kernels | undefined;
  /**
   * The compiled module for shared or for ordinary memory, which threads can be sent.
   *
   * @throws Error, with the engine's reason, where kernels can't be compiled
   */
  readonly module: (isShared: boolean) => Promise<WasmModule>;
}

/**
 * The host of one package's kernels. Nothing is compiled before the first call.
 *
 * @example
 * const host = kernelHost(kernels); // `kernels` is written by the build
 * const found = host.onNew(2 ** 20);
 * if (found !== undefined) found.kernels.scores(…);
 */
export function kernelHost<Kernels>(binary: KernelBinary<Kernels>): KernelHost<Kernels> {
  const instances = new WeakMap<WasmMemory, Kernels>();
  const compiling = new Map<boolean, Promise<WasmModule>>();
  let ordinary: WasmModule | undefined;
  let isRefused = false;

  function on(memory: WasmMemory): Kernels | undefined {
    const known = instances.get(memory);
    if (known !== undefined || isRefused || typeof WebAssembly === "undefined") return known;
    try {
      ordinary ??= new WebAssembly.Module(moduleBytes(binary, false));
      const kernels = new WebAssembly.Instance(ordinary, { env: { memory } }).exports as Kernels;
      instances.set(memory, kernels);
      return kernels;
    } catch {
      isRefused = true;
      return undefined;
    }
  }

  function onNew(bytes: number): KernelsOnMemory<Kernels> | undefined {
    if (typeof WebAssembly === "undefined" || isRefused) return undefined;
    let memory: WasmMemory;
    try {
      memory = new WebAssembly.Memory({ initial: pagesOf(bytes) });
    } catch {
      return undefined;
    }
    const kernels = on(memory);
    return kernels && { kernels, buffer: memory.buffer as ArrayBuffer };
  }

  function module(isShared: boolean): Promise<WasmModule> {
    if (typeof WebAssembly === "undefined") return Promise.reject(new Error("there is no WebAssembly here"));
    const known = compiling.get(isShared) ?? WebAssembly.compile(moduleBytes(binary, isShared));
    compiling.set(isShared, known);
    return known;
  }

  return { onNew, on, module };
}
