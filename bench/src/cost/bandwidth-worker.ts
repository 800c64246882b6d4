import { parentPort, workerData } from "node:worker_threads";
import { randomFromSeed, shuffle } from "@wordloom/random";
import { kernelHost } from "@wordloom/wasm";
import { waitAtBarrier } from "../machine/barrier.ts";
import type { WorkerPlace } from "../machine/in-workers.ts";
import { kernels as binary } from "../stream.wasm.ts";
import type { BandwidthTask } from "./bandwidth.ts";

const PAGE = 65536;
const MILLISECONDS = 150;
/** Of memory, in one call: long enough that calling costs nothing. */
const CALL_BYTES = 1 << 20;

const { kind, bytes, rowBytes, barrier, threads } = workerData as BandwidthTask & WorkerPlace;
const rows = Math.max(1, Math.floor(bytes / rowBytes));
const tableStart = PAGE * (1 + Math.ceil((4 * rows) / PAGE));
const memory = new WebAssembly.Memory({ initial: Math.ceil((tableStart + bytes) / PAGE) + 1 });
const kernels = kernelHost(binary).on(memory);
if (kernels === undefined) throw new Error("bandwidth: no WebAssembly with SIMD here");

new Float32Array(memory.buffer, tableStart, bytes >> 2).fill(1);
const ids = new Uint32Array(memory.buffer, PAGE, rows);
for (let row = 0; row < rows; row++) ids[row] = row;
shuffle(randomFromSeed(1), ids);

const times = Math.max(1, Math.floor(CALL_BYTES / bytes));
const work = {
  read: { units: times * bytes, call: () => kernels.read(tableStart, bytes, times) },
  update: { units: 2 * times * bytes, call: () => kernels.update(tableStart, bytes, times) },
  rows: {
    units: 2 * times * rows * rowBytes,
    call() {
      for (let i = 0; i < times; i++) kernels.updateRows(PAGE, rows, tableStart, rowBytes);
    },
  },
  operations: { units: 96 * 10_000, call: () => kernels.multiplyAdd(10_000, 0.999, 0.001) },
}[kind];

speed(MILLISECONDS / 3);
waitAtBarrier(barrier, threads);
parentPort?.postMessage(speed(MILLISECONDS));

/** Units a second. */
function speed(milliseconds: number): number {
  const start = performance.now();
  let calls = 0;
  let spent: number;
  do {
    work.call();
    calls++;
    spent = performance.now() - start;
  } while (spent < milliseconds);
  return (1000 * calls * work.units) / spent;
}
