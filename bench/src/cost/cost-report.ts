import { machineText } from "../machine/machine.ts";
import { grouped } from "../pages/grouped.ts";
import { markdownTable, type Table, textTable } from "../pages/table.ts";
import { base, type CostResult, type CostRow, varied } from "./cost-result.ts";
import type { EngineTask } from "./engine-cost.ts";
import { longTextLanes } from "./lane-rows.ts";
import { type Roofline, rowBytes } from "./roofline.ts";

/** For a terminal. */
export function costText(result: CostResult): string {
  return [
    ...costConditions(result),
    ...modelsOf(result).flatMap((model) => ["", `${model}, nanoseconds a word`, textTable(costTable(result, model))]),
    "",
    `a word's cost, times that of V ${grouped(base.vocabulary)}; MB of the two tables, and by which the process grows beyond them`,
    textTable(vocabularyTable(result)),
    "",
    "what memory gives, GB/s of all threads together; rows: whole ones in random order, read and written",
    textTable(bandwidthTable(result)),
    "",
    "roofline, nanoseconds a word: what visiting and carrying rows and computing take at least, and what was measured",
    textTable(rooflineTable(result)),
  ].join("\n");
}

/** The parts of a page. */
export function costSections(result: CostResult): Record<string, string> {
  return {
    conditions: costConditions(result)
      .map((line) => `- ${line}`)
      .join("\n"),
    ...Object.fromEntries(modelsOf(result).map((model) => [model, markdownTable(costTable(result, model))])),
    vocabulary: markdownTable(vocabularyTable(result)),
    bandwidth: markdownTable(bandwidthTable(result)),
    roofline: markdownTable(rooflineTable(result)),
  };
}

function modelsOf({ rows }: CostResult): EngineTask["model"][] {
  return [...new Set(rows.map(({ task }) => task.model))];
}

function costConditions(result: CostResult): string[] {
  const { machine, rounds } = result;
  const { dimension, vocabulary, negatives, window } = base;
  return [
    machineText(machine),
    `one thing varied at a time around D ${dimension}, V ${grouped(vocabulary)}, K ${negatives}, window ${window} shrinking; ` +
      "words without order, as frequent as in a text (1/rank)",
    `lanes as of a long text: ${modelsOf(result).map(lanesText).join("; ")}`,
    `medians of ${rounds} ${rounds === 1 ? "round" : "rounds"}; each begins with half a second that is not counted`,
  ];
}

/** `cbow 8 of 4,096 words, pool 1,024` */
export function lanesText(model: EngineTask["model"]): string {
  const { lanes, laneWords, negativePool } = longTextLanes[model];
  return `${model} ${lanes} of ${grouped(laneWords)} words, pool ${grouped(negativePool)}`;
}

/** A row for each value of each series, a column for each number of threads. */
function costTable({ rows }: CostResult, model: EngineTask["model"]): Table {
  const threads = [...new Set(rows.map(({ task }) => task.threads))];
  const lines = Object.entries(varied).flatMap(([name, values]) =>
    values.map((value) => {
      const shape = { ...base, [name]: value };
      const costs = threads.map((count) => rowFor(rows, { model, ...shape, threads: count })?.median);
      const gain = costs[0] === undefined || costs.at(-1) === undefined ? Number.NaN : costs[0] / (costs.at(-1) ?? 1);
      return [
        letters[name as keyof typeof varied],
        grouped(value),
        ...costs.map((cost) => (cost === undefined ? "–" : grouped(cost))),
        ...(threads.length > 1 ? [gain.toFixed(2)] : []),
      ];
    }),
  );
  return {
    heading: ["varied", "value", ...threads.map(threadsText), ...(threads.length > 1 ? ["gain"] : [])],
    left: ["varied"],
    rows: lines,
  };
}

/**
 * The vocabulary's series once more: times the cost of the base, and MB by which the process grows while it trains, those of the two
 * tables and those beyond them.
 */
function vocabularyTable({ rows }: CostResult): Table {
  const threads = [...new Set(rows.map(({ task }) => task.threads))];
  const series = rows.filter(
    ({ task }) => task.threads === threads[0] && isAlike(task, { ...base, vocabulary: task.vocabulary }),
  );
  return {
    heading: ["model", "V", "tables", ...threads.flatMap((count) => [`cost ${count}`, `beyond ${count}`])],
    left: ["model"],
    rows: series.toSorted(byVocabulary).map(({ task }) => [
      task.model,
      grouped(task.vocabulary),
      inMb(2 * task.vocabulary * rowBytes(task.dimension)),
      ...threads.flatMap((count) => {
        const row = rowFor(rows, { ...task, threads: count });
        const first = rowFor(rows, { ...task, ...base, threads: count });
        return row === undefined || first === undefined
          ? ["–", "–"]
          : [(row.median / first.median).toFixed(2), inMb(row.bytes)];
      }),
    ]),
  };
}

function inMb(bytes: number): string {
  return grouped(bytes / 1e6);
}

const letters: Readonly<Record<keyof typeof varied, string>> = {
  dimension: "D",
  vocabulary: "V",
  negatives: "K",
  window: "window",
};

function rowFor(rows: readonly CostRow[], task: Partial<EngineTask>): CostRow | undefined {
  return rows.find((row) => isAlike(row.task, task));
}

function isAlike(task: EngineTask, asked: Partial<EngineTask>): boolean {
  return (Object.keys(asked) as (keyof EngineTask)[]).every((key) => task[key] === asked[key]);
}

function bandwidthTable({ ceilings }: CostResult): Table {
  const inGb = (bytes: number): string => (bytes / 1e9).toFixed(1);
  return {
    heading: [
      "of each thread",
      ...ceilings.flatMap(({ threads }) => [`read ${threads}`, `update ${threads}`, `rows ${threads}`]),
    ],
    rows: ceilings[0].curve.map(({ bytes }, index) => [
      sizeText(bytes),
      ...ceilings.flatMap(({ curve }) => [curve[index].read, curve[index].update, curve[index].rows].map(inGb)),
    ]),
  };
}

function rooflineTable({ rooflines }: CostResult): Table {
  return {
    heading: ["model", "V", "threads", "kB", "operations", "memory", "arithmetic", "measured", "share"],
    left: ["model"],
    rows: rooflines
      .toSorted(byVocabulary)
      .map(({ task, bytes, operations, memory, arithmetic, measured }) => [
        task.model,
        grouped(task.vocabulary),
        String(task.threads),
        (bytes / 1000).toFixed(1),
        grouped(operations),
        ...[memory, arithmetic, measured].map(grouped),
        `${Math.round((100 * Math.max(memory, arithmetic)) / measured)} %`,
      ]),
  };
}

function byVocabulary(a: Pick<Roofline, "task">, b: Pick<Roofline, "task">): number {
  const byModel = a.task.model === b.task.model ? 0 : a.task.model < b.task.model ? -1 : 1;
  return byModel || a.task.threads - b.task.threads || a.task.vocabulary - b.task.vocabulary;
}

function threadsText(threads: number): string {
  return threads === 1 ? "1 thread" : `${threads} threads`;
}

function sizeText(bytes: number): string {
  return bytes < 2 ** 20 ? `${bytes / 2 ** 10} kB` : `${bytes / 2 ** 20} MB`;
}
