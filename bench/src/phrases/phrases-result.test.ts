import { describe, expect, test } from "vitest";
import { phrasesResult } from "./phrases-result.ts";

describe("phrasesResult(files, seed, tell)", () => {
  // More of them, and how many are read wrongly with a note: docs/binary-files.md.
  test("finds no file that is read wrongly in silence, and no sound one that is refused", () => {
    const { rows, amiss } = phrasesResult(200, 1, () => {});
    expect(amiss).toEqual([]);
    const files = rows.reduce((sum, { counts }) => sum + Object.values(counts).reduce((a, b) => a + b), 0);
    expect(files).toBeGreaterThan(600);
    const refused = rows.filter(({ files }) => files === "phrases").map(({ counts }) => counts["refused by name"]);
    expect(refused.reduce((a, b) => a + b)).toBeGreaterThan(200);
  });
});
