import { describe, expect, test } from "vitest";
import { textTable } from "./text-table.js";

describe("textTable(rows, width)", () => {
  test("puts names to the left and numbers to the right, wide characters counted as two", () => {
    const table = textTable([["set", "n"], ["東京", "10"], [], ["a\u001b", "7"]], 80);
    expect(`\n${table}\n`).toMatchInlineSnapshot(`
      "
      set       n
      東京     10

      a\\u001b   7
      "
    `);
  });
});

describe("textTable(rows, width, spare)", () => {
  const rows = [
    ["section", "correct", "asked", "accuracy"],
    ["capital-common-countries", "7", "716", "0.98 %"],
    [],
    ["total", "77", "4,716", "1.63 %"],
  ];
  const at = (width: number) => textTable(rows, width, [1, 2]).split("\n").slice(0, 2);

  test("leaves out columns, in their order, where names would have fewer than 12", () => {
    expect(at(38)).toEqual(["section       correct  asked  accuracy", "capital-com…        7    716    0.98 %"]);
    expect(at(37)).toEqual(["section               asked  accuracy", "capital-common-coun…    716    0.98 %"]);
    expect(at(28)).toEqual(["section             accuracy", "capital-common-co…    0.98 %"]);
    expect(at(20)).toEqual(["section     accuracy", "capital-c…    0.98 %"]);
  });

  test("keeps them where no name is that long", () => {
    expect(
      textTable(
        [
          ["a", "one", "two"],
          ["b", "1", "2"],
        ],
        12,
        [1],
      ),
    ).toBe("a  one  two\nb    1    2");
  });
});
