import { busyText, type Machine, machine } from "../machine/machine.ts";
import { median } from "../statistics/median.ts";
import { type Ceilings, ceilings } from "./bandwidth.ts";
import { type EngineCost, type EngineTask, engineCost } from "./engine-cost.ts";
import { longTextLanes } from "./lane-rows.ts";
import type { LaneShape } from "./lane-shape.ts";
import { type Roofline, roofline, rowBytes } from "./roofline.ts";

/** The cost of a word while one thing is varied; at the base, all that is varied has the same row. */
export interface CostRow {
  readonly task: EngineTask;
  /** One number a round. */
  readonly nanoseconds: readonly number[];
  readonly median: number;
  /** By which the process grew while it trained, beyond the two tables; the most of all rounds. */
  readonly bytes: number;
}

export interface CostResult {
  readonly benchmark: "cost";
  readonly machine: Machine;
  readonly rounds: number;
  readonly rows: readonly CostRow[];
  readonly ceilings: readonly Ceilings[];
  readonly rooflines: readonly Roofline[];
}

export interface CostOptions {
  readonly models: readonly EngineTask["model"][];
  readonly threads: readonly number[];
  readonly rounds: number;
  /** Of each measurement, warm-up left out. */
  readonly milliseconds: number;
}

export const base = { dimension: 100, vocabulary: 10_000, negatives: 5, window: 5 } as const;

/** What is varied, one at a time. */
export const varied = {
  dimension: [25, 50, 100, 200, 300, 600],
  vocabulary: [1_000, 10_000, 100_000, 1_000_000],
  negatives: [1, 2, 5, 10, 20],
  window: [1, 2, 5, 10],
} as const;

export async function costResult(options: CostOptions, tell: (line: string) => void): Promise<CostResult> {
  const before = await machine();
  const busy = busyText(before);
  if (busy !== undefined) tell(busy);

  const measured = tasks(options).map((task) => ({ task, costs: [] as EngineCost[] }));
  for (let round = 1; round <= options.rounds; round++) {
    for (const { task, costs } of measured) {
      costs.push(await engineCost(task, options.milliseconds));
      const found = Math.round(costs[round - 1].nanoseconds);
      tell(`round ${round} of ${options.rounds}, ${taskText(task)}: ${found} ns a word`);
    }
  }
  const rows = measured.map(({ task, costs }) => {
    const nanoseconds = costs.map((cost) => cost.nanoseconds);
    const bytes = Math.max(...costs.map((cost) => cost.bytes)) - 2 * task.vocabulary * rowBytes(task.dimension);
    return { task, nanoseconds, median: median(nanoseconds), bytes };
  });

  const limits: Ceilings[] = [];
  for (const threads of options.threads) {
    tell(`what memory and arithmetic give to ${threads} ${threads === 1 ? "thread" : "threads"}`);
    limits.push(await ceilings(threads, rowBytes(base.dimension)));
  }
  return {
    benchmark: "cost",
    machine: before,
    rounds: options.rounds,
    rows,
    ceilings: limits,
    rooflines: rooflines(rows, limits),
  };
}

/** Every task once, though the base belongs to each series. */
export function tasks({ models, threads }: Pick<CostOptions, "models" | "threads">): EngineTask[] {
  const shapes = new Map<string, Omit<EngineTask, "model" | "threads" | keyof LaneShape>>();
  for (const [name, values] of Object.entries(varied)) {
    for (const value of values) {
      const shape = { ...base, [name]: value };
      shapes.set(JSON.stringify(shape), shape);
    }
  }
  return models.flatMap((model) =>
    threads.flatMap((count) =>
      Array.from(shapes.values(), (shape) => ({ model, ...shape, threads: count, ...longTextLanes[model] })),
    ),
  );
}

/** For the base, and for larger and smaller vocabularies. */
function rooflines(rows: readonly CostRow[], limits: readonly Ceilings[]): Roofline[] {
  return rows.flatMap(({ task, median: nanoseconds }) => {
    const ceiling = limits.find(({ threads }) => threads === task.threads);
    const isBase = { ...task, ...base, vocabulary: task.vocabulary };
    const counts = JSON.stringify(isBase) === JSON.stringify(task) && ceiling !== undefined;
    return counts ? [roofline(task, ceiling, nanoseconds)] : [];
  });
}

function taskText({ model, dimension, vocabulary, negatives, window, threads }: EngineTask): string {
  return `${model}, D ${dimension}, V ${vocabulary}, K ${negatives}, window ${window}, threads ${threads}`;
}
