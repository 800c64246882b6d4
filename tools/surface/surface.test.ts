import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { entrySizes } from "./entry-sizes.js";
import { publicExports } from "./public-exports.js";

const recorded = (name: string) => JSON.parse(readFileSync(join(import.meta.dirname, name), "utf8"));
const advice = "if this is meant, `pnpm record` writes it anew, and the change needs a changeset";

describe("the packages", () => {
  test("export what public-exports.json lists", () => {
    expect(publicExports(), advice).toEqual(recorded("public-exports.json"));
  });

  test("export nothing that the compiler can't resolve", () => {
    const kinds = Object.entries(publicExports()).flatMap(([entry, names]) =>
      Object.entries(names).map(([name, kind]) => `${entry} ${name}: ${kind}`),
    );
    expect(kinds.filter((each) => each.endsWith(": unresolved"))).toEqual([]);
  });

  test("stay within size-budget.json, gzipped", () => {
    const budgets: Record<string, number> = recorded("size-budget.json");
    const sizes = entrySizes();
    expect(Object.keys(sizes), advice).toEqual(Object.keys(budgets));
    const over = Object.entries(sizes).filter(([entry, size]) => size > (budgets[entry] ?? 0));
    expect(
      over.map(([entry, size]) => `${entry}: ${size} bytes, budget ${budgets[entry]}`),
      advice,
    ).toEqual([]);
  });
});
