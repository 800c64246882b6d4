import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type StructLayout, structView } from "./struct-view.js";

const layout: StructLayout<"epoch" | "address" | "factor" | "rate"> = {
  bytes: 24,
  fields: {
    epoch: { kind: "i32", offset: 0 },
    address: { kind: "u32", offset: 4 },
    factor: { kind: "f32", offset: 8 },
    rate: { kind: "f64", offset: 16 },
  },
};

describe("structView(layout, buffer, address)", () => {
  test("puts each field where the layout says, with the low byte first", () => {
    const buffer = new ArrayBuffer(40);
    structView(layout, buffer, 8).write({ epoch: -2, address: 0xfedcba98, factor: 1, rate: -1 });
    expect([...new Uint8Array(buffer)]).toEqual([
      ...[0, 0, 0, 0, 0, 0, 0, 0],
      ...[0xfe, 0xff, 0xff, 0xff, 0x98, 0xba, 0xdc, 0xfe],
      ...[0, 0, 0x80, 0x3f, 0, 0, 0, 0],
      ...[0, 0, 0, 0, 0, 0, 0xf0, 0xbf],
      ...[0, 0, 0, 0, 0, 0, 0, 0],
    ]);
  });

  test("reads what was written, and leaves the other fields", () => {
    const int = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
    const address = fc.integer({ min: 0, max: 2 ** 32 - 1 });
    const values = fc.record({ epoch: int, address, factor: fc.float(), rate: fc.double() });
    fc.assert(
      fc.property(values, fc.subarray(["epoch", "address", "factor", "rate"] as const), (all, some) => {
        const view = structView(layout, new ArrayBuffer(24), 0);
        view.write(Object.fromEntries(some.map((field) => [field, all[field]])));
        for (const field of ["epoch", "address", "factor", "rate"] as const) {
          expect(view.read(field)).toBe(some.includes(field) ? all[field] : 0);
        }
      }),
    );
  });

  test("refuses a field that is not there, and a place outside the buffer", () => {
    const view = structView(layout, new ArrayBuffer(24), 0);
    const wrong = { words: 3 } as { epoch?: number };
    expect(() => view.write(wrong)).toThrow(new TypeError('structView: the struct has no field "words"'));
    expect(() => structView(layout, new ArrayBuffer(24), 8)).toThrow(RangeError);
  });
});
