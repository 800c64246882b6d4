import { type KernelCall, kernelCalls } from "@wordloom/tensor";
import { type Kernels, kernels } from "./kernels.wasm.js";

/** Calls a kernel of `src/assembly/kernels.ts`, for parameters that live in kernel memory. */
export const callKernel: KernelCall<keyof Kernels> = kernelCalls(kernels);
