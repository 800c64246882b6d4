import { base } from "../cost/cost-result.ts";
import { type EngineTask, engineWordTime } from "../cost/engine-word-time.ts";
import { meanContexts } from "../cost/work-per-word.ts";
import { busyText, type Machine, machine } from "../machine/machine.ts";
import { median } from "../statistics/median.ts";
import { type BarrierCost, barrierCost } from "./barrier-cost.ts";
import { fittedLine } from "./fitted-line.ts";
import { barrierTime, exchangedLines, type ScalingModel, wordTime } from "./scaling-model.ts";

/** The engine's speed, and what the model makes of it. */
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
  readonly meeting: BarrierCost;
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

  tell("what it costs that threads meet");
  const meeting = await barrierCost(threads);
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
  const fitted = models.map((model) => fittedModel(model, points, meeting));
  return { benchmark: "scaling", machine: before, rounds, meeting, points, models: fitted };
}

/**
 * The model of measured points: a line for one thread, and one for all others over the dimensions that each owns, after what
 * exchange and meeting take.
 *
 * @throws RangeError without points for one and for several threads
 */
export function fittedModel(
  model: EngineTask["model"],
  points: readonly ScalingPoint[],
  { meeting, line }: Pick<BarrierCost, "meeting" | "line">,
): ScalingModel {
  const own = points.filter((point) => point.model === model);
  const batchSize = batchSizes[model];
  const scores = (model === "cbow" ? 1 : meanContexts(base.window)) * (1 + base.negatives);
  const alone = own
    .filter(({ threads }) => threads === 1)
    .map(({ dimension, nanoseconds }) => [4 * Math.ceil(dimension / 4), nanoseconds] as const);
  const together = own
    .filter(({ threads }) => threads > 1)
    .map(({ threads, dimension, nanoseconds }) => {
      const others =
        exchangedLines({ scores }, threads, "all") * line + barrierTime({ meeting, batchSize }, threads, "all");
      return [4 * Math.ceil(Math.ceil(dimension / 4) / threads), Math.max(1, nanoseconds - others)] as const;
    });
  return { model, alone: fittedLine(alone), together: fittedLine(together), batchSize, scores, meeting, line };
}

/** How far the model is from what it was fitted to, as a share of what was measured; the worst of all points. */
export function worstError({ points }: Pick<ScalingResult, "points">, parts: ScalingModel): number {
  const own = points.filter(({ model }) => model === parts.model);
  return Math.max(
    ...own.map(({ threads, dimension, nanoseconds }) =>
      Math.abs(wordTime(parts, threads, dimension).total / nanoseconds - 1),
    ),
  );
}
