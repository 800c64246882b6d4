import { inWorkers } from "../machine/in-workers.ts";
import { median } from "../statistics/median.ts";
import { fittedLine, type Line } from "./fitted-line.ts";

export interface BarrierTask {
  /** That each thread writes and every other reads. */
  readonly lines: number;
  readonly repeats: number;
  readonly board: Int32Array;
}

/** What threads pay for each other. */
export interface BarrierCost {
  /** Nanoseconds of a meeting, by threads: as measured. */
  readonly meetings: readonly { readonly threads: number; readonly nanoseconds: number }[];
  /** Nanoseconds of a meeting: a line over the number of threads. */
  readonly meeting: Line;
  /** Nanoseconds to read a cache line that another thread wrote, its writing included. */
  readonly line: number;
}

/** About what a batch of CBOW exchanges. */
const LINES = 128;

const program = new URL("barrier-worker.ts", import.meta.url);

/** @param threads - numbers of threads, no more than there are cores */
export async function barrierCost(threads: readonly number[], repeats: number = 500): Promise<BarrierCost> {
  const meetings: { threads: number; nanoseconds: number }[] = [];
  const lines: number[] = [];
  for (const count of threads.filter((each) => each > 1)) {
    const board = new Int32Array(new SharedArrayBuffer(2 * count * LINES * 64));
    const task: BarrierTask = { lines: LINES, repeats, board };
    const answers = await inWorkers<BarrierTask, { meeting: number; exchange: number }>(program, task, count);
    const nanoseconds = median(answers.map(({ meeting }) => meeting));
    const exchange = median(answers.map((answer) => answer.exchange));
    meetings.push({ threads: count, nanoseconds });
    lines.push(Math.max(0, exchange - nanoseconds) / (LINES * (count - 1)));
  }
  if (meetings.length === 0) throw new RangeError("barrierCost: a barrier needs two threads, and as many cores");
  return { meetings, meeting: barrierLine(meetings), line: median(lines) };
}

/** Each thread that arrives takes the counter's line from another core: the cost is in proportion to threads, or a line. */
function barrierLine(meetings: BarrierCost["meetings"]): Line {
  if (meetings.length === 1) return { constant: 0, slope: meetings[0].nanoseconds / meetings[0].threads };
  return fittedLine(meetings.map(({ threads, nanoseconds }) => [threads, nanoseconds]));
}
