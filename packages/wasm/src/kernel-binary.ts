declare function atob(base64: string): string;

/**
 * Kernels as a build writes them: a WebAssembly module that imports `env.memory`.
 *
 * @typeParam Kernels - what the module exports
 */
export interface KernelBinary<Kernels> {
  /** The module's bytes. */
  readonly base64: string;
  /**
   * Where the byte is that says what kind of memory is imported, if the module was built for a shared one. A build for ordinary
   * memory has none.
   */
  readonly memoryFlagsAt?: number;
  /** Never there: it ties the type of the exports to the value. */
  readonly kernels?: Kernels;
}

/** The bit of a memory's flags that says that threads share it. */
const SHARED = 2;

/**
 * The bytes of a module for one kind of memory.
 *
 * A build for shared memory differs from one for ordinary memory in one bit, since atomics are valid on both.
 */
export function moduleBytes(binary: KernelBinary<unknown>, isShared: boolean): Uint8Array<ArrayBuffer> {
  const bytes = Uint8Array.from(atob(binary.base64), (character) => character.charCodeAt(0));
  if (binary.memoryFlagsAt !== undefined && !isShared) bytes[binary.memoryFlagsAt] &= ~SHARED;
  return bytes;
}
