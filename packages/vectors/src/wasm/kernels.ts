import { type KernelHost, type KernelsOnMemory, kernelHost, type MemoryPlan, memoryPlan } from "@wordloom/wasm";
import { type Kernels, kernels } from "../kernels.wasm.js";

/** Kernels of this package, and the memory that they work on. */
export type VectorKernels = KernelsOnMemory<Kernels>;

const host: KernelHost<Kernels> = kernelHost(kernels);

/** Bytes that kernels may read behind an array, as they take sixteen numbers at a time. */
const SPARE_BYTES = 64;

/** A plan of nothing yet, for a memory of this package's kernels. */
export function kernelPlan(): MemoryPlan {
  return memoryPlan(SPARE_BYTES);
}

/**
 * Kernels on a new memory of `bytes` bytes, which is not shared, so that any page may have it; undefined where there can be
 * none: without WebAssembly's SIMD, where a page forbids compiling, or beyond 4 GiB and what the machine has.
 */
export function kernelsOn(bytes: number): VectorKernels | undefined {
  return host.onNew(bytes);
}
