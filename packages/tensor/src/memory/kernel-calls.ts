import { type KernelBinary, kernelHost, type WasmMemory } from "@wordloom/wasm";
import { SCRATCH_BYTES, wasmMemoryOf } from "./kernel-memory.js";

/** A kernel takes the addresses of arrays, then numbers. */
type KernelsOf<Name extends string> = Readonly<Record<Name, (...addressesAndNumbers: number[]) => void>>;
type Operand = Float32Array | Float64Array | Int32Array;

/**
 * Calls a kernel where it can be called, and says whether it was; if not, nothing has happened.
 *
 * A kernel works on one {@link KernelMemory}: that of the first operand in `Float32Array`s that lives in one. Operands that
 * do not live there are copied in, and `outputs` among them copied back.
 *
 * @param name - the kernel
 * @param inputs - what it reads, in the order of its first parameters
 * @param outputs - what it reads and writes, in the order of those that follow
 * @param numbers - sizes and rates, its last parameters
 */
export type KernelCall<Name extends string> = (
  name: Name,
  inputs: readonly Operand[],
  outputs: readonly Operand[],
  ...numbers: number[]
) => boolean;

/**
 * Calls the kernels of one WebAssembly module, which is compiled when the first of them is called.
 *
 * They can be called nowhere if the module does not compile: on an engine without SIMD, or where a page forbids it.
 *
 * @param binary - as the build of kernels writes it
 */
export function kernelCalls<Kernels extends KernelsOf<Extract<keyof Kernels, string>>>(
  binary: KernelBinary<Kernels>,
): KernelCall<Extract<keyof Kernels, string>> {
  const host = kernelHost(binary);
  return (name, inputs, outputs, ...numbers) => {
    const operands = [...inputs, ...outputs];
    const memory = homeOf(operands);
    if (memory === undefined) return false;
    const { buffer } = memory;
    const guests = operands.filter((operand) => operand.buffer !== buffer);
    if (guests.reduce((sum, { byteLength }) => sum + multipleOf16(byteLength), 0) > SCRATCH_BYTES) return false;
    const kernels = host.on(memory);
    if (kernels === undefined) return false;

    const bytes = new Uint8Array(buffer);
    let next = 0;
    const addresses = operands.map((operand) => {
      if (operand.buffer === buffer) return operand.byteOffset;
      const address = next;
      bytes.set(bytesOf(operand), address);
      next = multipleOf16(next + operand.byteLength);
      return address;
    });
    kernels[name](...addresses, ...numbers);
    for (const [index, output] of outputs.entries()) {
      const address = addresses[inputs.length + index];
      if (output.buffer !== buffer) bytesOf(output).set(bytes.subarray(address, address + output.byteLength));
    }
    return true;
  };
}

function homeOf(operands: readonly Operand[]): WasmMemory | undefined {
  for (const operand of operands) {
    const memory = operand[Symbol.toStringTag] === "Float32Array" ? wasmMemoryOf(operand.buffer) : undefined;
    if (memory !== undefined) return memory;
  }
  return undefined;
}

function multipleOf16(address: number): number {
  return Math.ceil(address / 16) * 16;
}

function bytesOf({ buffer, byteOffset, byteLength }: Operand): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}
