import { describe, expect, test } from "vitest";
import { type ScalingModel, wordTime } from "./scaling-model.ts";
import { scalingSections, scalingText } from "./scaling-report.ts";
import { fittedModel, type ScalingResult, worstError } from "./scaling-result.ts";

const barrierCost = { measured: [{ threads: 2, nanoseconds: 200 }], barrier: { constant: 0, slope: 100 }, line: 20 };

/** What an engine would take that is just as the model says. */
function pointsOf(parts: ScalingModel): ScalingResult["points"] {
  return [1, 2, 4].flatMap((threads) =>
    [48, 96, 160, 400].map((dimension) => ({
      model: parts.model,
      threads,
      dimension,
      nanoseconds: wordTime(parts, threads, dimension).total,
    })),
  );
}

const truth: readonly ScalingModel[] = [
  { model: "cbow", scores: 6, batchSize: 64, fixed: 100, rows: 3 },
  { model: "skip-gram", scores: 36, batchSize: 16, fixed: 300, rows: 12 },
].map(({ model, scores, batchSize, fixed, rows }) => ({
  model: model as ScalingModel["model"],
  oneThread: { constant: fixed, slope: rows },
  severalThreads: { constant: 1.2 * fixed, slope: 1.5 * rows },
  batchSize,
  scores,
  barrier: barrierCost.barrier,
  line: barrierCost.line,
}));
const points = truth.flatMap(pointsOf);

describe("fittedModel(model, points, cost)", () => {
  test.each(truth)("finds the parts that the speeds were made of: $model", (parts) => {
    const fitted = fittedModel(parts.model, points, barrierCost);
    for (const line of ["oneThread", "severalThreads"] as const) {
      expect(fitted[line].constant).toBeCloseTo(parts[line].constant, 6);
      expect(fitted[line].slope).toBeCloseTo(parts[line].slope, 6);
    }
    expect(fitted).toMatchObject({ batchSize: parts.batchSize, scores: parts.scores });
    expect(worstError({ points }, fitted)).toBeLessThan(1e-9);
  });

  test("needs speeds of one thread and of several", () => {
    const oneThread = points.filter(({ threads }) => threads === 1);
    expect(() => fittedModel("cbow", oneThread, barrierCost)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: fittedLine: 0 points at 0 different x; a line needs two]`,
    );
  });
});

describe("scalingText(result)", () => {
  const machine = { cpu: "A CPU", cores: 2, memoryGib: 8, node: "24.0.0", commit: "abc", loadBefore: 0 };
  const result: ScalingResult = { benchmark: "scaling", machine, rounds: 1, barrierCost, points, models: truth };

  test("has tables that fit a terminal of 80 columns", () => {
    const wide = scalingText(result)
      .split("\n")
      .slice(4)
      .filter((line) => !line.includes(":") && line.length > 80);
    expect(wide).toEqual([]);
  });

  test("says what limits, and on how many cores it is fastest", () => {
    const { cbow } = scalingSections(result);
    expect(cbow).toContain("| 1 | 3.91 r | 2.50 r |");
    expect(cbow).toMatch(/\| fastest on \| \d+ \| \d+ \|/);
  });
});
