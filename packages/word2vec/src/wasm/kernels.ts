import { type KernelHost, kernelHost } from "@wordloom/wasm";
import { isShared } from "./is-shared.js";
import { type Kernels, kernels } from "./kernels.wasm.js";

/** What `advance` returns. */
export const status = { goingOn: 0, done: 1, brokenOff: 2, diverged: 3, epochEnded: 4, outOfIds: 5 } as const;

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

export async function instantiateKernels(memory: WebAssembly.Memory, caller?: string): Promise<Kernels> {
  const { exports } = await WebAssembly.instantiate(await kernelModule(memory, caller), { env: { memory } });
  return exports as unknown as Kernels;
}
