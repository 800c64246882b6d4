import { afterEach, describe, expect, test, vi } from "vitest";
import { callKernel } from "../kernels.js";
import { kernels } from "../kernels.wasm.js";
import { matmul } from "../operations/matmul.js";
import { parameter } from "../parameters/parameter.js";
import { matrix, zeros } from "../tensors/tensor.js";
import { kernelCalls } from "./kernel-calls.js";
import { kernelMemory, MAXIMUM_KERNEL_MEMORY, zerosBeside, zerosIn } from "./kernel-memory.js";

afterEach(() => {
  vi.unstubAllGlobals();
});

describe("kernelMemory(bytes)", () => {
  test("has room for that many bytes, in however many tensors", () => {
    const memory = kernelMemory(2 ** 16);
    for (let i = 0; i < 2 ** 14; i++) zerosIn(memory, [1]);
    expect(() => zerosIn(memory, [1])).toThrow("zerosIn: [1] takes 4 bytes, 0 are left");
  });

  test("refuses what is no number of bytes, or too many", () => {
    expect(() => kernelMemory(-1)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: kernelMemory: -1 bytes; it must be a whole number from 0 to 4278190080; larger tables can have a memory each, or live outside]`,
    );
    expect(() => kernelMemory(0.5)).toThrow(RangeError);
    expect(() => kernelMemory(MAXIMUM_KERNEL_MEMORY + 1)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: kernelMemory: 4278190081 bytes; it must be a whole number from 0 to 4278190080; larger tables can have a memory each, or live outside]`,
    );
  });

  test("says so when the machine has no more", () => {
    const Memory = function Memory() {
      throw new RangeError("WebAssembly.Memory(): could not allocate memory");
    };
    vi.stubGlobal("WebAssembly", { Memory });
    expect(() => kernelMemory(1000)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: kernelMemory: the machine cannot give 1000 bytes; tables can live outside, too]`,
    );
  });

  test("is ordinary memory where there is no WebAssembly", () => {
    vi.stubGlobal("WebAssembly", undefined);
    const a = zerosIn(kernelMemory(100), [2, 2]);
    a.data.set([1, 2, 3, 4]);
    expect(callKernel("matmulTransposed", [a.data, a.data], [new Float32Array(4)], 2, 2, 2)).toBe(false);
    expect(matmul(a, a)).toEqual(
      matrix([
        [7, 10],
        [15, 22],
      ]),
    );
  });
});

describe("zerosIn(memory, shape)", () => {
  test("gives each tensor numbers of its own", () => {
    const memory = kernelMemory(1000);
    const [a, b] = [zerosIn(memory, [3]), zerosIn(memory, [2, 2])];
    a.data.fill(1);
    expect(b).toEqual(zeros([2, 2]));
    expect(a.data.buffer).toBe(b.data.buffer);
  });

  test("says how much is left when it is too little", () => {
    const memory = kernelMemory(100_000);
    expect(() => zerosIn(memory, [100, 1000])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: zerosIn: [100, 1000] takes 400000 bytes, 131072 are left in the memory; reserve more in kernelMemory, for gradients and the optimizer's state too]`,
    );
    expect(() => zerosIn(memory, [1.5])).toThrow("zerosIn: shape [1.5]");
    zerosIn(memory, [25_000]);
    expect(() => parameter("W", zerosIn(memory, [20_000]))).toThrow(RangeError);
  });
});

describe("zerosBeside(other)", () => {
  test("stays in the memory of the other, in its precision, and else on the heap", () => {
    const home = zerosIn(kernelMemory(1000), [2, 3]);
    expect(zerosBeside(home).data.buffer).toBe(home.data.buffer);
    expect(zerosBeside(home, [4]).shape).toEqual([4]);
    expect(zerosBeside(zeros([2], "f32")).data.buffer.byteLength).toBe(8);
    const doubles = { shape: [2], data: new Float64Array(home.data.buffer, home.data.byteOffset, 2) };
    expect(zerosBeside(doubles)).toEqual(zeros([2], "f64"));
  });
});

describe("kernelCalls(binary)", () => {
  const operand = zerosIn(kernelMemory(1000), [4]).data;

  test("can be called nowhere if the module does not compile", () => {
    const broken = kernelCalls<{ any: () => void }>({ base64: "AAAA" });
    expect(broken("any", [operand], [])).toBe(false);
    expect(broken("any", [operand], [])).toBe(false);
  });

  test("needs an operand in Float32Array that lives in kernel memory", () => {
    const call = kernelCalls(kernels);
    const rows = Int32Array.of(0);
    expect(call("zeroRows", [rows], [new Float32Array(4)], 1, 4)).toBe(false);
    expect(call("zeroRows", [rows], [new Float64Array(operand.buffer, operand.byteOffset, 2)], 1, 2)).toBe(false);
    expect(call("zeroRows", [rows], [operand], 1, 4)).toBe(true);
  });

  // Chrome compiles no more than this on a page's main thread.
  test("has a module below 4 kB", () => {
    expect((kernels.base64.length / 4) * 3).toBeLessThan(4096);
  });
});
