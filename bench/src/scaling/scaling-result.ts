import { base } from "../cost/cost-result.ts";
import { type EngineTask, engineWordTime } from "../cost/engine-word-time.ts";
import { meanContexts } from "../cost/work-per-word.ts";
import { busyText, type Machine, machine } from "../machine/machine.ts";
import { median } from "../statistics/median.ts";
import { type BarrierCost, barrierCost } from "./barrier-cost.ts";
import { fittedLine } from "./fitted-line.ts";
import { barrierTime, exchangedLines, type ScalingModel, wordTime } from "./scaling-model.ts";

/** A measured speed of the engine. */
export interface ScalingPoint {
  readonly model: EngineTask["model"];
  readonly threads: number;
  readonly dimension: number;
  /** Median over the rounds. */
  readonly nanoseconds: number;
}

export interface ScalingResult {
  readonly benchmark: "scaling";
  readonly machine: Machine;
  readonly rounds: number;
  readonly barrierCost: BarrierCost;
  readonly points: readonly ScalingPoint[];
  readonly models: readonly ScalingModel[];
}

export interface ScalingOptions {
  readonly models: readonly EngineTask["model"][];
  /** Numbers of threads that are measured, 1 among them. */
  readonly threads: readonly number[];
  readonly rounds: number;
  readonly milliseconds: number;
}

const dimensions = [48, 96, 160, 240, 400, 600] as const;

/** The engine's defaults. */
const batchSizes: Readonly<Record<EngineTask["model"], number>> = { cbow: 64, "skip-gram": 16 };

export async function scalingResult(options: ScalingOptions, tell: (line: string) => void): Promise<ScalingResult> {
  const { models, threads, rounds, milliseconds } = options;
  const before = await machine();
  const busy = busyText(before);
  if (busy !== undefined) tell(busy);

  tell("what the barrier costs");
  const cost = await barrierCost(threads);
  const tasks = models.flatMap((model) =>
    threads.flatMap((count) =>
      dimensions.map((dimension) => ({ model, ...base, dimension, threads: count, batchSize: batchSizes[model] })),
    ),
  );
  const nanoseconds = tasks.map((): number[] => []);
  for (let round = 1; round <= rounds; round++) {
    for (const [index, task] of tasks.entries()) {
      nanoseconds[index].push(await engineWordTime(task, milliseconds));
      const { model, dimension, threads: count } = task;
      const found = Math.round(nanoseconds[index][round - 1]);
      tell(`round ${round} of ${rounds}, ${model}, D ${dimension}, threads ${count}: ${found} ns a word`);
    }
  }
  const points = tasks.map(({ model, threads: count, dimension }, index) => ({
    model,
    threads: count,
    dimension,
    nanoseconds: median(nanoseconds[index]),
  }));
  const fitted = models.map((model) => fittedModel(model, points, cost));
  return { benchmark: "scaling", machine: before, rounds, barrierCost: cost, points, models: fitted };
}

/**
 * Fits the model to measured points: a line for one thread, and a line for several threads over the dimensions that each
 * owns. The time of the exchange and the barrier is subtracted before the second.
 *
 * @throws RangeError if there are no points for one thread, or none for several
 */
export function fittedModel(
  model: EngineTask["model"],
  points: readonly ScalingPoint[],
  { barrier, line }: Pick<BarrierCost, "barrier" | "line">,
): ScalingModel {
  const own = points.filter((point) => point.model === model);
  const batchSize = batchSizes[model];
  const scores = (model === "cbow" ? 1 : meanContexts(base.window)) * (1 + base.negatives);
  const oneThread = own
    .filter(({ threads }) => threads === 1)
    .map(({ dimension, nanoseconds }) => [4 * Math.ceil(dimension / 4), nanoseconds] as const);
  const severalThreads = own
    .filter(({ threads }) => threads > 1)
    .map(({ threads, dimension, nanoseconds }) => {
      const others =
        exchangedLines({ scores }, threads, "all") * line + barrierTime({ barrier, batchSize }, threads, "all");
      return [4 * Math.ceil(Math.ceil(dimension / 4) / threads), Math.max(1, nanoseconds - others)] as const;
    });
  return {
    model,
    oneThread: fittedLine(oneThread),
    severalThreads: fittedLine(severalThreads),
    ...{ batchSize, scores, barrier, line },
  };
}

/** Computes the largest relative error of the model, over the points that it was fitted to. */
export function worstError({ points }: Pick<ScalingResult, "points">, parts: ScalingModel): number {
  const own = points.filter(({ model }) => model === parts.model);
  return Math.max(
    ...own.map(({ threads, dimension, nanoseconds }) =>
      Math.abs(wordTime(parts, threads, dimension).total / nanoseconds - 1),
    ),
  );
}
