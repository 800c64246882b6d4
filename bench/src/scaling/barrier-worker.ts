// What it costs that threads meet, and how much longer the same work takes at one time than at another. Of many short measurements
// of meetings the lower quartile counts: of a thread whose core was taken away, all others wait for milliseconds.
import { parentPort, workerData } from "node:worker_threads";
import { kernelHost } from "@wordloom/wasm";
import { waitAtBarrier } from "../machine/barrier.ts";
import type { WorkerPlace } from "../machine/in-workers.ts";
import { quantile } from "../statistics/quantile.ts";
import { kernels as binary } from "../stream.wasm.ts";
import type { BarrierAnswer, BarrierTask } from "./barrier-cost.ts";

const MEETINGS = 100;
/** Of 96 operations each: about a millisecond, as a lane takes. */
const STEPS = 250_000;

const { repeats, barrier, threads } = workerData as BarrierTask & WorkerPlace;
const kernels = kernelHost(binary).on(new WebAssembly.Memory({ initial: 1 }));
if (kernels === undefined) throw new Error("barrierCost: no WebAssembly with SIMD here");

const meetings: number[] = [];
for (let repeat = 0; repeat < repeats; repeat++) {
  waitAtBarrier(barrier, threads);
  meetings.push(1e6 * millisecondsOf(MEETINGS, () => waitAtBarrier(barrier, threads)));
}
const piece = (): unknown => kernels.multiplyAdd(STEPS, 0.999, 0.001);
millisecondsOf(20, piece);
waitAtBarrier(barrier, threads);
const pieces = Array.from({ length: repeats }, () => millisecondsOf(1, piece));
const answer: BarrierAnswer = { meeting: quantile(meetings, 0.25), pieces };
parentPort?.postMessage(answer);

function millisecondsOf(times: number, step: () => unknown): number {
  const start = performance.now();
  for (let i = 0; i < times; i++) step();
  return (performance.now() - start) / times;
}
