import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

describe("this folder", () => {
  // Neither package may import the other, and a package of its own would be two functions that nobody asks for by name.
  test("is a copy of that of vectors, which has the tests", () => {
    const [here, there] = [import.meta.dirname, join(import.meta.dirname, "../../../vectors/src/gunzip")];
    const names = readdirSync(there).filter((name) => !name.endsWith(".test.ts"));
    expect(readdirSync(here).filter((name) => !name.endsWith(".test.ts"))).toEqual(names);
    for (const name of names)
      expect(readFileSync(join(here, name), "utf8")).toBe(readFileSync(join(there, name), "utf8"));
  });
});
