import { inWorkers } from "../machine/in-workers.ts";
import { median } from "../statistics/median.ts";
import { fittedLine, type Line } from "./fitted-line.ts";

export interface BarrierTask {
  readonly repeats: number;
}

export interface BarrierAnswer {
  /** Nanoseconds of a meeting. */
  readonly meeting: number;
  /** Milliseconds of pieces of work that are all the same. */
  readonly pieces: readonly number[];
}

/** What threads pay for each other. */
export interface BarrierCost {
  /** Nanoseconds of a meeting, by threads: as measured. */
  readonly meetings: readonly { readonly threads: number; readonly nanoseconds: number }[];
  /** Nanoseconds of a meeting: a line over the number of threads. */
  readonly meeting: Line;
  /** Milliseconds that each thread took for the same work, again and again, while all of the most threads did it. */
  readonly pieces: readonly number[];
}

const program = new URL("barrier-worker.ts", import.meta.url);

/** @param threads - numbers of threads, ascending, no more than there are cores */
export async function barrierCost(threads: readonly number[], repeats: number = 500): Promise<BarrierCost> {
  const meetings: { threads: number; nanoseconds: number }[] = [];
  let pieces: readonly number[] = [];
  for (const count of threads.filter((each) => each > 1)) {
    const answers = await inWorkers<BarrierTask, BarrierAnswer>(program, { repeats }, count);
    meetings.push({ threads: count, nanoseconds: median(answers.map(({ meeting }) => meeting)) });
    pieces = answers.flatMap((answer) => answer.pieces);
  }
  if (meetings.length === 0) throw new RangeError("barrierCost: a barrier needs two threads, and as many cores");
  return { meetings, meeting: barrierLine(meetings), pieces };
}

/** Each thread that arrives takes the counter's line from another core: the cost is in proportion to threads, or a line. */
function barrierLine(meetings: BarrierCost["meetings"]): Line {
  if (meetings.length === 1) return { constant: 0, slope: meetings[0].nanoseconds / meetings[0].threads };
  return fittedLine(meetings.map(({ threads, nanoseconds }) => [threads, nanoseconds]));
}
