// Measures what it costs that threads wait at a barrier, and that each then reads cache lines that the others wrote. The
// lower quartile of many short measurements counts, because all threads wait for milliseconds if one loses its core.
import { parentPort, workerData } from "node:worker_threads";
import { waitAtBarrier } from "../machine/barrier.ts";
import type { WorkerPlace } from "../machine/in-workers.ts";
import { quantile } from "../statistics/quantile.ts";
import type { BarrierTask } from "./barrier-cost.ts";

/** Numbers in a cache line. */
const LINE = 16;
const BARRIERS = 100;

const { lines, repeats, board, barrier, threads, thread } = workerData as BarrierTask & WorkerPlace;
const slot = lines * LINE;

const barriers: number[] = [];
const exchanges: number[] = [];
let sum = 0;
for (let repeat = 0; repeat < repeats; repeat++) {
  barriers.push(nanosecondsOf(() => waitAtBarrier(barrier, threads)));
  exchanges.push(nanosecondsOf(exchange));
}
parentPort?.postMessage({ barrier: quantile(barriers, 0.25), exchange: quantile(exchanges, 0.25), sum });

function nanosecondsOf(step: (parity: number) => void): number {
  waitAtBarrier(barrier, threads);
  const start = performance.now();
  for (let i = 0; i < BARRIERS; i++) step(i & 1);
  return (1e6 * (performance.now() - start)) / BARRIERS;
}

/** Uses two boards by turns, so that no thread writes what a slower thread still reads. */
function exchange(parity: number): void {
  const start = parity * threads * slot;
  const own = start + thread * slot;
  for (let at = own; at < own + slot; at += LINE) board[at] = at;
  waitAtBarrier(barrier, threads);
  for (let other = 0; other < threads; other++) {
    if (other === thread) continue;
    const theirs = start + other * slot;
    for (let at = theirs; at < theirs + slot; at += LINE) sum = (sum + board[at]) | 0;
  }
}
