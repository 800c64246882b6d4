import { describe, expect, test } from "vitest";
import { parsedResult } from "./results.ts";

describe("parsedResult(text, source)", () => {
  test("takes what a benchmark wrote", () => {
    expect(parsedResult('{"benchmark": "cost", "rows": []}', "x")).toEqual({ benchmark: "cost", rows: [] });
  });

  test.each(['{"benchmark": "co', "{}", "null", '{"benchmark": "weather"}', '"cost"'])("refuses %s", (text) => {
    expect(() => parsedResult(text, "results/cost.json")).toThrowErrorMatchingInlineSnapshot(
      `[Error: parsedResult: results/cost.json is no result of a benchmark; was it cut short? Remove it and measure again]`,
    );
  });
});
