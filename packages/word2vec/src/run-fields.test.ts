import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { doubleFields, intFields, runBytes, runView } from "./run-fields.js";

describe("the fields of a run", () => {
  test("are those of the kernels, in their order", () => {
    const source = readFileSync(new URL("./assembly/run.ts", import.meta.url), "utf8");
    const fields = [...source.matchAll(/^ {2}(\w+)!: (i32|usize|f64);$/gm)].map(([, name, type]) => ({ name, type }));
    expect(fields.filter(({ type }) => type !== "f64").map(({ name }) => name)).toEqual([...intFields]);
    expect(fields.filter(({ type }) => type === "f64").map(({ name }) => name)).toEqual([...doubleFields]);
    expect(fields.findLastIndex(({ type }) => type !== "f64")).toBe(intFields.length - 1);
  });

  test("keep what is written to them apart", () => {
    const view = runView(new ArrayBuffer(runBytes), 0);
    const fields = [...intFields, ...doubleFields];
    for (const [value, field] of fields.entries()) view.write({ [field]: value });
    expect(fields.map(view.read)).toEqual(fields.map((_, value) => value));
  });
});
