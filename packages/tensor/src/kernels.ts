import { type Kernels, kernels } from "./kernels.wasm.js";
import { type KernelCall, kernelCalls } from "./memory/kernel-calls.js";

/**
 * Calls one of the SIMD kernels for tables in kernel memory, and says whether it did. It does nothing and returns false
 * where no f32 operand lives in kernel memory; then run the plain loop.
 *
 * Nothing is checked: check shapes, precisions and ids before. `src/assembly/kernels.ts` has the kernels and their parameters.
 *
 * @example
 * if (!callKernel("embeddingForward", [table, ids], [output], N, D)) {
 *   // the loop in TypeScript
 * }
 */
export const callKernel: KernelCall<keyof Kernels> = kernelCalls(kernels);
