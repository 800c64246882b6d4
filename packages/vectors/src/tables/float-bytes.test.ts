import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readFloats, readFloatsSwapped } from "./float-bytes.js";
import { floatTable } from "./float-table.js";

const tableOf = (count: number) => floatTable(count, 1, 1, Error);
const bits = (data: Float32Array) => [...new Int32Array(data.buffer)];
/** Bits of any number but the NaN and the infinite, whose exponents are all ones. */
const anyBits = fc.array(
  fc.integer().map((bits) => bits & ~(1 << 23)),
  { minLength: 1, maxLength: 40 },
);

describe("readFloats(from, table, start)", () => {
  test.each([true, false])("reads numbers of either order as a DataView would: little-endian %s", (isLittleEndian) => {
    fc.assert(
      fc.property(anyBits, fc.nat(9), fc.nat(3), fc.nat(3), (numbers, at, before, start) => {
        const count = numbers.length;
        const bytes = new Uint8Array(before + at + 4 * count).subarray(before);
        const view = new DataView(bytes.buffer, before);
        for (const [i, number] of numbers.entries()) view.setInt32(at + 4 * i, number, isLittleEndian);
        const expected = [...new Array(start).fill(0), ...numbers];
        for (const read of [readFloats, readFloatsSwapped]) {
          const table = tableOf(start + count);
          read({ bytes, at, count, isLittleEndian }, table, start);
          expect(bits(table.data)).toEqual(expected);
        }
      }),
    );
  });

  test("moves numbers down in the memory of the table, both ways", () => {
    fc.assert(
      fc.property(anyBits, fc.nat(9), fc.nat(3), (numbers, distance, start) => {
        const count = numbers.length;
        for (const read of [readFloats, readFloatsSwapped]) {
          const table = tableOf(start + count + 3);
          const at = 4 * start + distance;
          const view = new DataView(table.data.buffer);
          for (const [i, number] of numbers.entries()) view.setInt32(at + 4 * i, number, true);
          read({ bytes: table.bytes, at, count, isLittleEndian: true }, table, start);
          expect(bits(table.data).slice(start, start + count)).toEqual(numbers);
        }
      }),
    );
  });
});
