import { lanesText } from "../cost/cost-report.ts";
import { base } from "../cost/cost-result.ts";
import { machineText } from "../machine/machine.ts";
import { grouped } from "../pages/grouped.ts";
import { markdownTable, type Table, textTable } from "../pages/table.ts";
import { limitOf, parts, type ScalingModel, wordTime } from "./scaling-model.ts";
import { dimensions, type ScalingResult, V, worstErrors } from "./scaling-result.ts";

const cores = [1, 2, 4, 8, 16, 32, 64] as const;
const laneCounts = [8, 16, 32] as const;
/** Of the table that parts a word's time. */
const example = { dimension: 100, lanes: 32 } as const;

/** For a terminal. */
export function scalingText(result: ScalingResult): string {
  return [
    ...scalingConditions(result),
    "",
    textTable(fitTable(result)),
    ...result.models.flatMap((model) => [
      "",
      `${model.model}: millions of words a second; most of the time takes c compute, r rows, b barriers, w waiting, m memory`,
      textTable(speedTable(result, model)),
      "",
      `${model.model}, D ${example.dimension}, ${example.lanes} lanes: nanoseconds of a word`,
      textTable(partsTable(result, model)),
    ]),
  ].join("\n");
}

/** The parts of a page. */
export function scalingSections(result: ScalingResult): Record<string, string> {
  return {
    conditions: scalingConditions(result)
      .map((line) => `- ${line}`)
      .join("\n"),
    fit: markdownTable(fitTable(result)),
    ...Object.fromEntries(
      result.models.flatMap((model) => [
        [model.model, markdownTable(speedTable(result, model))],
        [`${model.model}-parts`, markdownTable(partsTable(result, model))],
      ]),
    ),
  };
}

function scalingConditions({ machine, rounds, meetings, shared, models }: ScalingResult): string[] {
  const met = meetings.map(({ threads, nanoseconds }) => `${grouped(nanoseconds)} ns for ${threads} threads`);
  const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
  return [
    machineText(machine),
    `V ${grouped(V)}, words without order, as frequent as in a text (1/rank); K ${base.negatives}, window ${base.window} shrinking; ` +
      `medians of ${rounds} ${rounds === 1 ? "round" : "rounds"}`,
    `lanes: ${models.map(({ model }) => lanesText(model)).join("; ")}`,
    `a meeting of threads: ${met.join(", ")}; the last of 2 threads is ${percent(shared.lateness[1])} late, of 32 ${percent(shared.lateness[5])}`,
    `memory: ${(shared.bandwidth / 1e9).toFixed(1)} GB/s`,
  ];
}

function fitTable(result: ScalingResult): Table {
  return {
    heading: ["model", "D", "compute", "ns a row", "rows a word", "fit", "prediction"],
    left: ["model"],
    rows: result.models.flatMap((model) => {
      const errors = worstErrors(result, model);
      return model.costs.map(({ dimension, compute, row }, index) => [
        model.model,
        String(dimension),
        grouped(compute),
        row.toFixed(1),
        model.rows.toFixed(2),
        ...[errors.fit, errors.prediction].map((error) => (index === 0 ? `${(100 * error).toFixed(0)} %` : "")),
      ]);
    }),
  };
}

/** A row for each number of lanes and of cores, as long as more cores help. */
function speedTable({ shared }: ScalingResult, model: ScalingModel): Table {
  return {
    heading: ["lanes", "cores", ...dimensions.map((dimension) => `D ${dimension}`)],
    rows: laneCounts.flatMap((lanes) =>
      cores
        .filter((count) => count <= lanes)
        .map((count) => [
          String(lanes),
          count === lanes ? `${count} and more` : String(count),
          ...dimensions.map((dimension) => {
            const time = wordTime(model, shared, { cores: count, lanes, dimension });
            return `${(1000 / time.total).toFixed(2)} ${limitOf(time)[0]}`;
          }),
        ]),
    ),
  };
}

function partsTable({ shared }: ScalingResult, model: ScalingModel): Table {
  const alone = wordTime(model, shared, { ...example, cores: 1 }).total;
  return {
    heading: ["cores", ...parts, "memory", "total", "gain"],
    rows: cores.map((count) => {
      const time = wordTime(model, shared, { ...example, cores: count });
      return [
        String(count),
        ...[...parts, "memory" as const, "total" as const].map((name) => time[name].toFixed(1)),
        (alone / time.total).toFixed(2),
      ];
    }),
  };
}
