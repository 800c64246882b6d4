import { describe, expect, test } from "vitest";
import { markdownTable, textTable } from "./table.ts";

const table = {
  heading: ["name", "words/s"],
  left: ["name"],
  rows: [
    ["a", "1,234"],
    ["long name", "5"],
  ],
};

describe("textTable(table)", () => {
  test("makes columns as wide as they must be, numbers flush right, without blanks at the end", () => {
    expect(textTable(table)).toBe(["name       words/s", "a            1,234", "long name        5"].join("\n"));
    expect(textTable({ ...table, left: ["name", "words/s"] }).split("\n")[2]).toBe("long name  5");
  });

  test("of no rows is its heading", () => {
    expect(textTable({ heading: ["a", "b"], rows: [] })).toBe("a  b");
  });
});

describe("markdownTable(table)", () => {
  test("says which columns are flush right", () => {
    expect(markdownTable(table)).toBe(
      ["| name | words/s |", "|---|---:|", "| a | 1,234 |", "| long name | 5 |"].join("\n"),
    );
  });
});
