import { describe, expect, test } from "vitest";
import { tableSize } from "./table-size.ts";

describe("tableSize(text)", () => {
  test("is words by numbers", () => {
    expect(tableSize("200000x100")).toEqual({ V: 200_000, D: 100 });
  });

  test.each(["", "10", "10x", "0x5", "5x0", "1e3x10", "-5x5", "10 x 10", "9999999999x1"])("refuses %j", (text) => {
    expect(() => tableSize(text)).toThrow("It must be a table, words by numbers: 200000x100");
  });
});
