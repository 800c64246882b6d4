import { type KernelCall, kernelCalls } from "./kernel-calls.js";
import { kernelsBase64 } from "./kernels.wasm.js";

/** Calls a kernel of `src/assembly/kernels.ts`, for f32 operands of which one lives in kernel memory. */
export const callKernel: KernelCall<
  | "addMatmul"
  | "addTransposedMatmul"
  | "gatherRows"
  | "matmulTransposed"
  | "meanRows"
  | "rowDots"
  | "rowDotsBackward"
  | "scatterAddMeanRows"
  | "scatterAddRows"
  | "zeroRows"
> = kernelCalls(kernelsBase64);
