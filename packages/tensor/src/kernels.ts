import { type KernelCall, kernelCalls } from "./kernel-calls.js";
import { type Kernels, kernels } from "./kernels.wasm.js";

/** Calls a kernel of `src/assembly/kernels.ts`, for f32 operands of which one lives in kernel memory. */
export const callKernel: KernelCall<keyof Kernels> = kernelCalls(kernels);
