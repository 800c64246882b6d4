import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { graphFields } from "./graph-fields.js";

describe("graphFields", () => {
  test("are the fields of the kernels' Graph, in their order, of four bytes each", () => {
    const source = readFileSync(new URL("../assembly/graph.ts", import.meta.url), "utf8");
    const fields = [...source.matchAll(/^ {2}(\w+)!: (?:i32|usize|f32);$/gm)].map(([, name]) => name);
    expect(fields).toEqual([...graphFields]);
    expect(source.match(/^ {2}\w+!:/gm)).toHaveLength(graphFields.length);
  });
});
