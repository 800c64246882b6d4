import { inWorkers } from "../machine/in-workers.ts";
import { median } from "../statistics/median.ts";

/** What each thread does, in a memory of its own. */
export interface BandwidthTask {
  /** `read` or `update` one byte after the other, `update` whole `rows` in random order, or `operations` in registers. */
  readonly kind: "read" | "update" | "rows" | "operations";
  /** Of memory that is worked on, again and again. */
  readonly bytes: number;
  readonly rowBytes: number;
}

/** What all threads together move, by how much memory each works on. */
export interface BandwidthPoint {
  /** Of each thread. */
  readonly bytes: number;
  /** Bytes a second; a byte that is read and written counts twice. */
  readonly read: number;
  readonly update: number;
  readonly rows: number;
}

export interface Ceilings {
  readonly threads: number;
  readonly rowBytes: number;
  readonly curve: readonly BandwidthPoint[];
  /** Multiplications and additions of f32 a second. */
  readonly operations: number;
}

const workingSets = [2 ** 14, 2 ** 16, 2 ** 18, 2 ** 20, 2 ** 22, 2 ** 24, 2 ** 26, 2 ** 28] as const;

/** Of each measurement, of which the median counts. */
const REPEATS = 3;

const program = new URL("bandwidth-worker.ts", import.meta.url);

/** What the machine gives at most to a number of threads that work on rows of a number of bytes. */
export async function ceilings(threads: number, rowBytes: number): Promise<Ceilings> {
  const curve: BandwidthPoint[] = [];
  for (const bytes of workingSets) {
    curve.push({
      bytes,
      read: await total({ kind: "read", bytes, rowBytes }, threads),
      update: await total({ kind: "update", bytes, rowBytes }, threads),
      rows: await total({ kind: "rows", bytes, rowBytes }, threads),
    });
  }
  return {
    threads,
    rowBytes,
    curve,
    operations: await total({ kind: "operations", bytes: 2 ** 14, rowBytes }, threads),
  };
}

/** Bytes, or operations, a second of all threads together. */
export async function total(task: BandwidthTask, threads: number): Promise<number> {
  const sums: number[] = [];
  for (let repeat = 0; repeat < REPEATS; repeat++) {
    const speeds = await inWorkers<BandwidthTask, number>(program, task, threads);
    sums.push(speeds.reduce((sum, speed) => sum + speed, 0));
  }
  return median(sums);
}
