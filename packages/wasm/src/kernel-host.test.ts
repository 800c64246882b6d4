import { describe, expect, test } from "vitest";
import type { KernelBinary } from "./kernel-binary.js";
import { kernelHost } from "./kernel-host.js";
import type { WasmMemory, WasmModule } from "./wasm-types.js";

/** What the tests use of the global `WebAssembly`, beyond what the host does. */
interface TestedGlobal {
  readonly Memory: new (pages: { initial: number; maximum?: number; shared?: boolean }) => WasmMemory;
  readonly instantiate: (module: WasmModule, imports: { env: { memory: WasmMemory } }) => Promise<{ exports: object }>;
  readonly CompileError: new () => Error;
  readonly LinkError: new () => Error;
}

declare const WebAssembly: TestedGlobal;

interface Kernels {
  readonly load: (address: number) => number;
}

/**
 * By hand, after the WebAssembly specification, section 5.5: a type (i32) -> i32; the import of `env.memory` with these flags,
 * of at least one page, and at most two if there is a maximum; one function of that type, exported as "load": `i32.load`.
 */
function moduleOf(flags: number): number[] {
  const limits = flags === 0 ? [0, 1] : [flags, 1, 2];
  return [
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...[1, 6, 1, 0x60, 1, 0x7f, 1, 0x7f],
    ...[2, 14 + limits.length - 1, 1, 3, 0x65, 0x6e, 0x76, 6, 0x6d, 0x65, 0x6d, 0x6f, 0x72, 0x79, 2, ...limits],
    ...[3, 2, 1, 0],
    ...[7, 8, 1, 4, 0x6c, 0x6f, 0x61, 0x64, 0, 0],
    ...[10, 9, 1, 7, 0, 0x20, 0, 0x28, 2, 0, 0x0b],
  ];
}

function base64(bytes: readonly number[]): string {
  return Buffer.from(bytes).toString("base64");
}

const ordinary: KernelBinary<Kernels> = { base64: base64(moduleOf(0)) };
const sharable: KernelBinary<Kernels> = { base64: base64(moduleOf(3)), memoryFlagsAt: 8 + 8 + 2 + 1 + 4 + 7 + 1 };

describe("kernelHost(binary)", () => {
  test("puts kernels on a new memory of whole pages", () => {
    const found = kernelHost(ordinary).onNew(70_000);
    expect(found?.buffer.byteLength).toBe(2 * 65_536);
    new Int32Array(found?.buffer ?? new ArrayBuffer(0))[3] = 41;
    expect(found?.kernels.load(12)).toBe(41);
  });

  test("puts the same instance on a memory each time it is asked", () => {
    const host = kernelHost(ordinary);
    const memory = new WebAssembly.Memory({ initial: 1 });
    expect(host.on(memory)).toBe(host.on(memory));
    expect(host.on(new WebAssembly.Memory({ initial: 1 }))).not.toBe(host.on(memory));
  });

  test("gives a build for shared memory to ordinary memory as well", async () => {
    const host = kernelHost(sharable);
    for (const shared of [true, false]) {
      const memory = new WebAssembly.Memory({ initial: 1, maximum: 2, shared });
      const module = await host.module(shared);
      const { exports } = await WebAssembly.instantiate(module, { env: { memory } });
      new Int32Array(memory.buffer)[1] = 7;
      expect((exports as Kernels).load(4)).toBe(7);
      const other = await host.module(!shared);
      await expect(WebAssembly.instantiate(other, { env: { memory } })).rejects.toThrow(WebAssembly.LinkError);
    }
  });

  test("compiles each kind of module once", () => {
    const host = kernelHost(sharable);
    expect(host.module(true)).toBe(host.module(true));
    expect(host.module(true)).not.toBe(host.module(false));
  });

  test("has none for more than 4 GiB, nor where the module is broken", async () => {
    expect(kernelHost(ordinary).onNew(2 ** 32 + 1)).toBeUndefined();
    const broken = kernelHost<Kernels>({ base64: "AAAA" });
    expect(broken.onNew(1)).toBeUndefined();
    expect(broken.on(new WebAssembly.Memory({ initial: 1 }))).toBeUndefined();
    await expect(broken.module(false)).rejects.toThrow(WebAssembly.CompileError);
  });
});
