import { machineText } from "../machine/machine.ts";
import { grouped } from "../pages/grouped.ts";
import { markdownTable, type Table, textTable } from "../pages/table.ts";
import { bestCores, type Exchange, limitOf, type ScalingModel, wordTime } from "./scaling-model.ts";
import { type ScalingResult, worstError } from "./scaling-result.ts";

const cores = [1, 2, 4, 8, 16, 32, 64] as const;
const dimensions = [50, 100, 200, 300, 600] as const;
/** The dimension of the table that divides a word's time into its parts. */
const example = 100;

/** Sets a result as tables for a terminal. */
export function scalingText(result: ScalingResult): string {
  return [
    ...scalingConditions(result),
    "",
    textTable(fitTable(result)),
    ...result.models.flatMap((parts) => [
      "",
      `${parts.model}: millions of words a second; limited by r rows, f fixed work, e exchange, b barrier`,
      textTable(speedTable(parts, "all")),
      "",
      `${parts.model}, sums parted over the threads`,
      textTable(speedTable(parts, "parted")),
      "",
      `${parts.model}, D ${example}: nanoseconds of a word`,
      textTable(partsTable(parts)),
    ]),
  ].join("\n");
}

/** Writes the sections that a page takes, by their names. */
export function scalingSections(result: ScalingResult): Record<string, string> {
  return {
    conditions: scalingConditions(result)
      .map((line) => `- ${line}`)
      .join("\n"),
    fit: markdownTable(fitTable(result)),
    ...Object.fromEntries(
      result.models.flatMap((parts) => [
        [parts.model, markdownTable(speedTable(parts, "all"))],
        [`${parts.model}-parted`, markdownTable(speedTable(parts, "parted"))],
        [`${parts.model}-parts`, markdownTable(partsTable(parts))],
      ]),
    ),
  };
}

function scalingConditions({ machine, rounds, barrierCost }: ScalingResult): string[] {
  const measured = barrierCost.measured.map(
    ({ threads, nanoseconds }) => `${grouped(nanoseconds)} ns for ${threads} threads`,
  );
  return [
    machineText(machine),
    `V 10,000, K 5, window 5 shrinking; medians of ${rounds} ${rounds === 1 ? "round" : "rounds"}`,
    `a wait at the barrier: ${measured.join(", ")}; a cache line that another thread wrote: ${barrierCost.line.toFixed(1)} ns`,
  ];
}

function fitTable(result: ScalingResult): Table {
  return {
    heading: ["model", "threads", "fixed ns", "ns a dimension", "worst error"],
    left: ["model", "threads"],
    rows: result.models.flatMap((parts) => [
      [parts.model, "one", parts.oneThread.constant.toFixed(0), parts.oneThread.slope.toFixed(2), ""],
      [
        parts.model,
        "several",
        parts.severalThreads.constant.toFixed(0),
        parts.severalThreads.slope.toFixed(2),
        `${(100 * worstError(result, parts)).toFixed(0)} %`,
      ],
    ]),
  };
}

function speedTable(parts: ScalingModel, exchange: Exchange): Table {
  const rows = cores.map((count) => [
    String(count),
    ...dimensions.map((dimension) => {
      const time = wordTime(parts, count, dimension, exchange);
      return `${(1000 / time.total).toFixed(2)} ${limitOf(time)[0]}`;
    }),
  ]);
  const best = dimensions.map((dimension) => String(bestCores(parts, dimension, 64, exchange)));
  return {
    heading: ["cores", ...dimensions.map((dimension) => `D ${dimension}`)],
    rows: [...rows, ["fastest on", ...best]],
  };
}

function partsTable(parts: ScalingModel): Table {
  const columns = ["rows", "fixed", "exchange", "barrier", "total"] as const;
  return {
    heading: ["cores", ...columns, "gain", "parted", "gain parted"],
    rows: cores.map((count) => {
      const time = wordTime(parts, count, example);
      const oneThread = wordTime(parts, 1, example).total;
      const parted = wordTime(parts, count, example, "parted").total;
      return [
        String(count),
        ...columns.map((name) => grouped(time[name])),
        (oneThread / time.total).toFixed(2),
        grouped(parted),
        (oneThread / parted).toFixed(2),
      ];
    }),
  };
}
