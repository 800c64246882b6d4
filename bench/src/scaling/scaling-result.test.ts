import { describe, expect, test } from "vitest";
import { laneRows, longTextLanes } from "../cost/lane-rows.ts";
import { type ScalingModel, wordTime } from "./scaling-model.ts";
import { scalingSections, scalingText } from "./scaling-report.ts";
import { dimensions, fittedModel, type ScalingResult, tasks, V, worstErrors } from "./scaling-result.ts";

const models = ["cbow", "skip-gram"] as const;
const shared = {
  meeting: { constant: 0, slope: 100 },
  lateness: [0, 0.01, 0.02, 0.03, 0.04, 0.05, 0.06],
  bandwidth: 1e11,
};

/** What lanes and rows cost an engine that is just as the model says. */
const truth: readonly ScalingModel[] = models.map((model, index) => {
  const { laneWords } = longTextLanes[model];
  const { input, output } = laneRows(V, 5, longTextLanes[model]);
  const costs = dimensions.map((dimension) => ({
    dimension,
    compute: (1 + index) * (50 + 2 * dimension),
    row: 20 + dimension,
  }));
  return { model, laneWords, rows: (input + output) / laneWords, costs };
});

const all = tasks(models, [1, 2]);
const nameOf = ({ laneWords, negativePool }: (typeof all)[number]) => `${laneWords} ${negativePool}`;
const rowsOf = new Map(
  [...new Map(all.map((task) => [nameOf(task), task]))].map(([name, task]) => [name, laneRows(V, 5, task)]),
);
const points = all.map((task) => {
  const { input, output } = rowsOf.get(nameOf(task)) ?? { input: 0, output: 0 };
  const model = truth[models.indexOf(task.model)];
  const shape = { ...model, laneWords: task.laneWords, rows: (input + output) / task.laneWords };
  return { task, nanoseconds: wordTime(shape, shared, { ...task, cores: task.threads }).total };
});

describe("fittedModel(model, points)", () => {
  test.each(truth)("finds the parts that the speeds were made of: $model", (model) => {
    const fitted = fittedModel(model.model, points);
    expect(fitted).toMatchObject({ laneWords: model.laneWords, rows: model.rows });
    for (const [index, { dimension, compute, row }] of fitted.costs.entries()) {
      expect(dimension).toBe(model.costs[index].dimension);
      expect(compute).toBeCloseTo(model.costs[index].compute, 6);
      expect(row).toBeCloseTo(model.costs[index].row, 6);
    }
  });

  test("needs lanes with different numbers of rows", () => {
    const alike = points.filter(({ task }) => task.laneWords === 512 && task.negativePool === 128);
    expect(() => fittedModel("cbow", alike)).toThrow("fittedLine: 1 points at 1 different x; a line needs two");
  });
});

describe("worstErrors(result, model)", () => {
  test("is none where all is as the model says", () => {
    const { fit, prediction } = worstErrors({ points, shared }, truth[0]);
    expect(fit).toBeLessThan(1e-9);
    expect(prediction).toBeLessThan(1e-9);
  });

  test("tells a bad fit of one thread from a bad prediction of two", () => {
    const slower = (threads: number) =>
      points.map((point) => ({
        ...point,
        nanoseconds: point.nanoseconds * (point.task.threads === threads && point.task.dimension === 300 ? 1.25 : 1),
      }));
    // 1 / 1.25 is 20 % less.
    expect(worstErrors({ points: slower(2), shared }, truth[1]).prediction).toBeCloseTo(0.2, 9);
    expect(worstErrors({ points: slower(2), shared }, truth[1]).fit).toBeLessThan(1e-9);
    expect(worstErrors({ points: slower(1), shared }, truth[1]).fit).toBeCloseTo(0.2, 9);
  });
});

describe("the report", () => {
  const machine = { cpu: "A CPU", cores: 2, memoryGib: 8, node: "24.0.0", commit: "abc", loadBefore: 0 };
  const meetings = [{ threads: 2, nanoseconds: 200 }];
  const result: ScalingResult = {
    ...({ benchmark: "scaling", machine, rounds: 1, meetings, shared, points } as const),
    models: truth,
  };

  test("has tables that fit a terminal of 80 columns", () => {
    const wide = scalingText(result)
      .split("\n")
      .slice(5)
      .filter((line) => !line.includes(":") && line.length > 80);
    expect(wide).toEqual([]);
  });

  test("has a row for each number of cores that helps, and parts that add up", () => {
    const sections = scalingSections(result);
    expect(Object.keys(sections)).toEqual([
      ...["conditions", "fit", "cbow", "cbow-parts", "skip-gram", "skip-gram-parts"],
    ]);
    expect(sections.cbow.split("\n")).toHaveLength(2 + 4 + 5 + 6);
    expect(sections.cbow).toContain("| 32 | 32 and more |");
    // 250, and the rows at 120 each: all of it on one core.
    expect(sections["cbow-parts"]).toMatch(
      /\| 1 \| 250\.0 \| (\d+\.\d) \| 0\.0 \| 0\.0 \| \d+\.\d \| \d+\.\d \| 1\.00 \|/,
    );
  });
});
