// The types of this package know nothing of a browser's or Node's globals.

/** A memory that kernels import: a `WebAssembly.Memory`. */
export interface WasmMemory {
  readonly buffer: ArrayBufferLike;
}

/** A compiled module: a `WebAssembly.Module`. Threads can be sent it. */
export type WasmModule = object;

interface WasmInstance {
  readonly exports: object;
}

/** The part of the global `WebAssembly` that the host uses. */
export interface WasmGlobal {
  readonly Memory: new (pages: { initial: number }) => WasmMemory;
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => WasmModule;
  readonly Instance: new (module: WasmModule, imports: KernelImports) => WasmInstance;
  readonly compile: (bytes: Uint8Array<ArrayBuffer>) => Promise<WasmModule>;
}

interface KernelImports {
  readonly env: { readonly memory: WasmMemory };
}
