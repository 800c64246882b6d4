import { inWorkers } from "../machine/in-workers.ts";
import { median } from "../statistics/median.ts";
import { fittedLine, type Line } from "./fitted-line.ts";

/** What each thread does. */
export interface BarrierTask {
  /** The cache lines that each thread writes and every other thread reads. */
  readonly lines: number;
  readonly repeats: number;
  /** The memory of these lines. */
  readonly board: Int32Array;
}

/** What threads pay for each other. */
export interface BarrierCost {
  /** Nanoseconds that one wait at the barrier takes, measured for each number of threads. */
  readonly measured: readonly { readonly threads: number; readonly nanoseconds: number }[];
  /** Nanoseconds that one wait at the barrier takes, as a line over the number of threads. */
  readonly barrier: Line;
  /** Nanoseconds to read a cache line that another thread wrote, its writing included. */
  readonly line: number;
}

/** About what a batch of CBOW exchanges. */
const LINES = 128;

const program = new URL("barrier-worker.ts", import.meta.url);

/**
 * Measures the barrier, and the exchange of cache lines.
 *
 * @param threads - numbers of threads, no more than there are cores
 * @throws RangeError if no number is above 1
 */
export async function barrierCost(threads: readonly number[], repeats: number = 500): Promise<BarrierCost> {
  const measured: { threads: number; nanoseconds: number }[] = [];
  const lines: number[] = [];
  for (const count of threads.filter((each) => each > 1)) {
    const board = new Int32Array(new SharedArrayBuffer(2 * count * LINES * 64));
    const task: BarrierTask = { lines: LINES, repeats, board };
    const answers = await inWorkers<BarrierTask, { barrier: number; exchange: number }>(program, task, count);
    const nanoseconds = median(answers.map((answer) => answer.barrier));
    const exchange = median(answers.map((answer) => answer.exchange));
    measured.push({ threads: count, nanoseconds });
    lines.push(Math.max(0, exchange - nanoseconds) / (LINES * (count - 1)));
  }
  if (measured.length === 0) throw new RangeError("barrierCost: a barrier needs two threads, and as many cores");
  return { measured, barrier: barrierLine(measured), line: median(lines) };
}

/** Each thread that arrives takes the counter's cache line from another core. So the cost is in proportion to the threads, or a line. */
function barrierLine(measured: BarrierCost["measured"]): Line {
  if (measured.length === 1) return { constant: 0, slope: measured[0].nanoseconds / measured[0].threads };
  return fittedLine(measured.map(({ threads, nanoseconds }) => [threads, nanoseconds]));
}
