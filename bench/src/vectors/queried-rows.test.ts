import { describe, expect, test } from "vitest";
import { queriedRows } from "./queried-rows.ts";

describe("queriedRows(V, queries)", () => {
  test("are different rows of the table, as many as there are", () => {
    for (const V of [1, 10, 67_998, 100_000, 400_000, 500_000]) {
      const rows = queriedRows(V, 1000);
      expect(new Set(rows).size).toBe(Math.min(V, 1000));
      expect(rows.every((row) => row < V)).toBe(true);
    }
  });
});
