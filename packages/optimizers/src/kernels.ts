import { type KernelCall, kernelCalls } from "@wordloom/tensor";
import { kernelsBase64 } from "./kernels.wasm.js";

/** Calls a kernel of `src/assembly/kernels.ts`, for parameters that live in kernel memory. */
export const callKernel: KernelCall<"adam" | "momentum" | "scaledBySquares" | "sgd"> = kernelCalls(kernelsBase64);
