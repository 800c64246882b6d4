import { kernelsBase64 } from "../kernels.wasm.js";

// The types of this package know nothing of a browser's or Node's globals.
declare const WebAssembly: undefined | WebAssemblyGlobal;
declare function atob(base64: string): string;

interface WebAssemblyGlobal {
  readonly Memory: new (pages: { initial: number }) => WasmMemory;
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
  readonly Instance: new (module: object, imports: { env: { memory: WasmMemory } }) => { readonly exports: Kernels };
}

interface WasmMemory {
  readonly buffer: ArrayBuffer;
}

/** What `src/assembly/index.ts` exports. */
interface Kernels {
  /** Returns how many words it added. */
  readonly addHashes: (
    added: number,
    count: number,
    row: number,
    hashes: number,
    slots: number,
    mask: number,
    reach: number,
  ) => number;
  readonly addRows: (graph: number, start: number, end: number) => void;
  /** Returns how many rows it read. */
  readonly binaryRows: (
    rows: number,
    start: number,
    end: number,
    place: number,
    D: number,
    most: number,
    newlines: number,
  ) => number;
  readonly rowNorms: (rows: number, out: number, count: number, D: number) => void;
  readonly scan: (
    codes: number,
    factors: number,
    errors: number,
    query: number,
    threshold: number,
    out: number,
    start: number,
    end: number,
    D: number,
  ) => number;
  readonly scanMany: (
    codes: number,
    factors: number,
    errors: number,
    queries: number,
    thresholds: number,
    counts: number,
    out: number,
    capacity: number,
    B: number,
    start: number,
    end: number,
    D: number,
  ) => void;
  readonly scores: (
    codes: number,
    factors: number,
    query: number,
    out: number,
    start: number,
    end: number,
    D: number,
  ) => void;
  /** Returns how many rows it found. */
  readonly searchGraph: (graph: number, ef: number) => number;
}

/** Kernels and the memory that they work on. */
export interface KernelMemory {
  readonly kernels: Kernels;
  readonly buffer: ArrayBuffer;
}

const PAGE_BYTES = 2 ** 16;
const MAXIMUM_BYTES = 2 ** 32;

let module: object | undefined;

/**
 * The kernels, on a new memory of so many bytes, which is not shared, so that any page may have it; undefined where there can
 * be none: without WebAssembly's SIMD, where a page forbids compiling, or beyond 4 GiB and what the machine has.
 */
export function kernelsOn(bytes: number): KernelMemory | undefined {
  if (typeof WebAssembly === "undefined" || bytes > MAXIMUM_BYTES) return undefined;
  try {
    module ??= new WebAssembly.Module(Uint8Array.from(atob(kernelsBase64), (char) => char.charCodeAt(0)));
    const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / PAGE_BYTES) });
    return { kernels: new WebAssembly.Instance(module, { env: { memory } }).exports, buffer: memory.buffer };
  } catch {
    return undefined;
  }
}
