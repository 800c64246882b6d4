export type { KernelBinary } from "./kernel-binary.js";
export { type KernelHost, type KernelsOnMemory, kernelHost } from "./kernel-host.js";
export {
  inLines,
  MAXIMUM_MEMORY_BYTES,
  type MemoryPlan,
  memoryPlan,
  PAGE_BYTES,
  pagesOf,
  reserve,
} from "./memory-plan.js";
export { type FieldKind, type StructLayout, type StructView, structView } from "./struct-view.js";
export type { WasmMemory, WasmModule } from "./wasm-types.js";
