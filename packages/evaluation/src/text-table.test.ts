import { describe, expect, test } from "vitest";
import { decimal, percent, textTable, whole, wrapped } from "./text-table.js";

describe("textTable(rows, width)", () => {
  test("puts names to the left and numbers to the right, wide characters counted as two", () => {
    const table = textTable([["set", "n"], ["東京", "10"], [], ["a\u001b", "7"]], 80);
    expect(`\n${table}\n`).toMatchInlineSnapshot(`
      "
      set     n
      東京   10

      a\\x1b   7
      "
    `);
  });
});

describe("wrapped(words, width)", () => {
  test("fills lines up to the width, wide characters counted as two", () => {
    expect(wrapped(["ab", "cd", "ef"], 5)).toBe("ab cd\nef");
    expect(wrapped(["東京", "大阪"], 8)).toBe("東京\n大阪");
    expect(wrapped(["東京", "大阪"], 9)).toBe("東京 大阪");
  });

  test("leaves a word whole that is longer than the width", () => {
    expect(wrapped(["a", "longer", "b"], 3)).toBe("a\nlonger\nb");
    expect(wrapped([], 3)).toBe("");
  });
});

describe("numbers", () => {
  test("have digits to compare by, or a dash", () => {
    expect([whole(1234567), percent(0.12345), percent(null), decimal(-0.5), decimal(null)]).toEqual([
      "1,234,567",
      "12.35 %",
      "–",
      "-0.5000",
      "–",
    ]);
  });
});
