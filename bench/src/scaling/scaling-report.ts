import { machineText } from "../machine/machine.ts";
import { grouped } from "../pages/grouped.ts";
import { markdownTable, type Table, textTable } from "../pages/table.ts";
import { bestCores, type Exchange, limitOf, type ScalingModel, wordTime } from "./scaling-model.ts";
import { type ScalingResult, worstError } from "./scaling-result.ts";

const cores = [1, 2, 4, 8, 16, 32, 64] as const;
const dimensions = [50, 100, 200, 300, 600] as const;
/** Of the table that parts a word's time. */
const example = 100;

/** For a terminal. */
export function scalingText(result: ScalingResult): string {
  return [
    ...scalingConditions(result),
    "",
    textTable(fitTable(result)),
    ...result.models.flatMap((parts) => [
      "",
      `${parts.model}: millions of words a second; limited by r rows, f fixed work, e exchange, m meetings`,
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

/** The parts of a page. */
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

function scalingConditions({ machine, rounds, meeting }: ScalingResult): string[] {
  const measured = meeting.meetings.map(
    ({ threads, nanoseconds }) => `${grouped(nanoseconds)} ns for ${threads} threads`,
  );
  return [
    machineText(machine),
    `V 10,000, K 5, window 5 shrinking; medians of ${rounds} ${rounds === 1 ? "round" : "rounds"}`,
    `a meeting of threads: ${measured.join(", ")}; a cache line that another thread wrote: ${meeting.line.toFixed(1)} ns`,
  ];
}

function fitTable(result: ScalingResult): Table {
  return {
    heading: ["model", "threads", "fixed ns", "ns a dimension", "worst error"],
    left: ["model", "threads"],
    rows: result.models.flatMap((parts) => [
      [parts.model, "one", parts.alone.constant.toFixed(0), parts.alone.slope.toFixed(2), ""],
      [
        parts.model,
        "several",
        parts.together.constant.toFixed(0),
        parts.together.slope.toFixed(2),
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
  const columns = ["rows", "fixed", "exchange", "meeting", "total"] as const;
  return {
    heading: ["cores", ...columns, "gain", "parted", "gain parted"],
    rows: cores.map((count) => {
      const time = wordTime(parts, count, example);
      const alone = wordTime(parts, 1, example).total;
      const parted = wordTime(parts, count, example, "parted").total;
      return [
        String(count),
        ...columns.map((name) => grouped(time[name])),
        (alone / time.total).toFixed(2),
        grouped(parted),
        (alone / parted).toFixed(2),
      ];
    }),
  };
}
