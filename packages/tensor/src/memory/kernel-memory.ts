import { MAXIMUM_MEMORY_BYTES, PAGE_BYTES, pagesOf, type WasmMemory } from "@wordloom/wasm";
import { precisionOf, sizeOf, type Tensor, zeros } from "../tensors/tensor.js";

// The types of this package know nothing of a browser's or Node's globals.
declare const WebAssembly: undefined | { readonly Memory: new (pages: { initial: number }) => OrdinaryMemory };

/** What kernels import: a `WebAssembly.Memory` that no thread shares. */
interface OrdinaryMemory extends WasmMemory {
  readonly buffer: ArrayBuffer;
}

/**
 * A fixed stretch of memory in which tensors can live until all of them, and it, are forgotten. SIMD kernels work on
 * tensors that live there; for all others the functions of this package run as plain TypeScript.
 */
export interface KernelMemory {
  readonly buffer: ArrayBuffer;
  /** Where the next tensor will begin. */
  next: number;
}

/** The first bytes of every kernel memory are for operands that live elsewhere, copied there for the length of a call. */
export const SCRATCH_BYTES: number = 2 ** 24;
/** The most bytes that can be reserved at once: WebAssembly's 4 GB, less scratch. */
export const MAXIMUM_KERNEL_MEMORY: number = MAXIMUM_MEMORY_BYTES - SCRATCH_BYTES;

// What a buffer belongs to, nothing that was derived from its numbers: a kernel memory never grows, so that this never changes.
const memories = new WeakMap<ArrayBufferLike, KernelMemory>();
const wasmMemories = new WeakMap<ArrayBufferLike, WasmMemory>();

/**
 * Reserves memory for tensors of that many bytes. It never grows, since growing would detach every tensor in it.
 *
 * A parameter takes twice its table, for value and gradient, and an optimizer as much again as the table for each array of
 * state: Adam two, SGD none. Where there is no WebAssembly the memory is an ordinary one, and no kernel works on it.
 *
 * @throws RangeError if `bytes` is not a whole number from 0 to {@link MAXIMUM_KERNEL_MEMORY}, or is more than the machine can give
 * @example
 * parameter("W", zerosIn(kernelMemory(2 * 4 * V * D), [V, D])) // two tables of four bytes a number
 */
export function kernelMemory(bytes: number): KernelMemory {
  if (!(Number.isInteger(bytes) && bytes >= 0 && bytes <= MAXIMUM_KERNEL_MEMORY)) {
    throw new RangeError(
      `kernelMemory: ${bytes} bytes; it must be a whole number from 0 to ${MAXIMUM_KERNEL_MEMORY}; larger tables can ` +
        "have a memory each, or live outside",
    );
  }
  const pages = pagesOf(SCRATCH_BYTES + bytes);
  const wasmMemory = reserved(pages, bytes);
  const buffer = wasmMemory?.buffer ?? new ArrayBuffer(pages * PAGE_BYTES);
  const memory = { buffer, next: SCRATCH_BYTES };
  memories.set(buffer, memory);
  if (wasmMemory !== undefined) wasmMemories.set(buffer, wasmMemory);
  return memory;
}

function reserved(pages: number, bytes: number): OrdinaryMemory | undefined {
  if (typeof WebAssembly === "undefined") return undefined;
  try {
    return new WebAssembly.Memory({ initial: pages });
  } catch (cause) {
    throw new RangeError(`kernelMemory: the machine cannot give ${bytes} bytes; tables can live outside, too`, {
      cause,
    });
  }
}

/**
 * Makes a tensor of zeros, f32, in kernel memory.
 *
 * Its `data.buffer` is the whole memory: copy the data before handing it to another thread.
 *
 * @throws RangeError if what is left of the memory is too small
 */
export function zerosIn(memory: KernelMemory, shape: readonly number[]): Tensor {
  const size = sizeOf("zerosIn", shape);
  const bytes = size * Float32Array.BYTES_PER_ELEMENT;
  const left = memory.buffer.byteLength - memory.next;
  if (bytes > left) {
    throw new RangeError(
      `zerosIn: [${shape.join(", ")}] takes ${bytes} bytes, ${left} are left in the memory; reserve more in ` +
        "kernelMemory, for gradients and the optimizer's state too",
    );
  }
  const data = new Float32Array(memory.buffer, memory.next, size).fill(0);
  memory.next += bytes;
  return { shape, data };
}

/**
 * Makes a tensor of zeros that lives as long as another: in the kernel memory of the other, if that lives in one. For what is
 * kept; `zerosLike` is for results, since kernel memory is given back only as a whole.
 *
 * @throws RangeError if what is left of the kernel memory is too small
 */
export function zerosBeside(other: Tensor, shape: readonly number[] = other.shape): Tensor {
  const memory = memories.get(other.data.buffer);
  const precision = precisionOf(other);
  return memory === undefined || precision === "f64" ? zeros(shape, precision) : zerosIn(memory, shape);
}

/** The memory that kernels would import to work on a buffer. */
export function wasmMemoryOf(buffer: ArrayBufferLike): WasmMemory | undefined {
  return wasmMemories.get(buffer);
}
