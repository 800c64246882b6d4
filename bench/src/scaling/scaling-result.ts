import { total as bandwidth } from "../cost/bandwidth.ts";
import { base } from "../cost/cost-result.ts";
import { type EngineTask, engineCost } from "../cost/engine-cost.ts";
import { laneRows, longTextLanes } from "../cost/lane-rows.ts";
import { busyText, type Machine, machine } from "../machine/machine.ts";
import { median } from "../statistics/median.ts";
import { type BarrierCost, barrierCost } from "./barrier-cost.ts";
import { fittedLine } from "./fitted-line.ts";
import { latenessOf, type ScalingModel, type ThreadCosts, wordTime } from "./scaling-model.ts";

/** The engine's speed, and what the model makes of it. */
export interface ScalingPoint {
  readonly task: EngineTask;
  /** Median over the rounds. */
  readonly nanoseconds: number;
}

export interface ScalingResult {
  readonly benchmark: "scaling";
  readonly machine: Machine;
  readonly rounds: number;
  readonly meetings: BarrierCost["meetings"];
  readonly shared: ThreadCosts;
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

export const dimensions = [50, 100, 200, 300] as const;
/** Of which both tables at D 100 are larger than caches. */
export const V = 100_000;

/** Bytes of each thread that it updates one after the other, beyond caches. */
const STREAM_BYTES = 2 ** 28;

/** Lanes of one thread, which differ in the rows of a word: words of a lane, and negatives drawn for each of them. */
const oneThread = [512, 1024, 2048, 4096].flatMap((laneWords) =>
  [1 / 4, 2].map((share) => ({ laneWords, negativePool: share * laneWords })),
);

export async function scalingResult(options: ScalingOptions, tell: (line: string) => void): Promise<ScalingResult> {
  const { models, threads, rounds, milliseconds } = options;
  const before = await machine();
  const busy = busyText(before);
  if (busy !== undefined) tell(busy);

  tell("what it costs that threads meet and wait, and what memory gives them");
  const { meetings, meeting, pieces } = await barrierCost(threads);
  const most = Math.max(...threads);
  const shared: ThreadCosts = {
    meeting,
    lateness: latenessOf(pieces),
    bandwidth: await bandwidth({ kind: "update", bytes: STREAM_BYTES, rowBytes: 400 }, most),
  };
  const measured = tasks(models, threads).map((task) => ({ task, found: [] as number[] }));
  for (let round = 1; round <= rounds; round++) {
    for (const { task, found } of measured) {
      const { nanoseconds } = await engineCost(task, milliseconds);
      found.push(nanoseconds);
      const { model, dimension, laneWords, negativePool } = task;
      const shape = `D ${dimension}, S ${laneWords}, M ${negativePool}, threads ${task.threads}`;
      tell(`round ${round} of ${rounds}, ${model}, ${shape}: ${Math.round(nanoseconds)} ns a word`);
    }
  }
  const points = measured.map(({ task, found }) => ({ task, nanoseconds: median(found) }));
  const fitted = models.map((model) => fittedModel(model, points));
  return { benchmark: "scaling", machine: before, rounds, meetings, shared, points, models: fitted };
}

/** Many shapes of lanes on one thread, to be fitted; the engine's on more, to be compared. */
export function tasks(models: ScalingOptions["models"], threads: readonly number[]): EngineTask[] {
  return models.flatMap((model) =>
    dimensions.flatMap((dimension) => {
      const task = { model, ...base, ...longTextLanes[model], dimension, vocabulary: V };
      const alone = oneThread.map((shape) => ({ ...task, ...shape, threads: 1 }));
      return [...alone, ...threads.filter((count) => count > 1).map((count) => ({ ...task, threads: count }))];
    }),
  );
}

/**
 * The model of measured points: for each dimension a line through those of one thread, over the rows of a lane for each of its words.
 *
 * @throws RangeError for a dimension with fewer than two different numbers of rows
 */
export function fittedModel(model: EngineTask["model"], points: readonly ScalingPoint[]): ScalingModel {
  const shape = longTextLanes[model];
  const { input, output } = laneRows(V, base.window, shape);
  const rows = rowsPerWord(onOneThread(points, model));
  const costs = dimensions.map((dimension) => {
    const own = onOneThread(points, model).filter(({ task }) => task.dimension === dimension);
    const { constant, slope } = fittedLine(own.map(({ task, nanoseconds }) => [rows(task), nanoseconds] as const));
    return { dimension, compute: constant, row: slope };
  });
  const { laneWords } = shape;
  return { model, laneWords, rows: (input + output) / laneWords, costs };
}

/** How far the fit is from the points of one thread, and the prediction from those of more, as shares; the worst of each. */
export function worstErrors(
  { points, shared }: Pick<ScalingResult, "points" | "shared">,
  model: ScalingModel,
): { readonly fit: number; readonly prediction: number } {
  const rows = rowsPerWord(onOneThread(points, model.model));
  const alone = onOneThread(points, model.model).map(({ task, nanoseconds }) => {
    const cost = model.costs.find(({ dimension }) => dimension === task.dimension);
    return cost === undefined ? 0 : Math.abs((cost.compute + rows(task) * cost.row) / nanoseconds - 1);
  });
  const together = points
    .filter(({ task }) => task.model === model.model && task.threads > 1)
    .map(({ task, nanoseconds }) => {
      const { total } = wordTime(model, shared, { ...task, cores: task.threads });
      return Math.abs(total / nanoseconds - 1);
    });
  return { fit: Math.max(...alone), prediction: Math.max(...together) };
}

function onOneThread(points: readonly ScalingPoint[], model: EngineTask["model"]): ScalingPoint[] {
  return points.filter(({ task }) => task.model === model && task.threads === 1);
}

/** The rows of a lane for each of its words; tasks of all dimensions have the same few lanes. */
function rowsPerWord(points: readonly ScalingPoint[]): (task: EngineTask) => number {
  const key = ({ laneWords, negativePool }: EngineTask): string => `${laneWords} ${negativePool}`;
  const tasks = new Map(points.map(({ task }) => [key(task), task]));
  const found = new Map([...tasks].map(([name, task]) => [name, rowsOf(task)]));
  return (task) => found.get(key(task)) ?? rowsOf(task);
}

function rowsOf(task: EngineTask): number {
  const { input, output } = laneRows(task.vocabulary, task.window, task);
  return (input + output) / task.laneWords;
}
