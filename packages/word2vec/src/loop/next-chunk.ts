import type { TrainingMemory } from "../memory/training-memory.js";

/** Copies the ids that the threads read next into their memory. Nobody may be at work. */
export function nextChunk({ memory, threads, ids, chunkTokens }: TrainingMemory): void {
  const [{ run }] = threads;
  const chunkStart = run.read("readPosition");
  const chunk = ids.subarray(chunkStart, chunkStart + chunkTokens);
  new Int32Array(memory.buffer, run.read("chunk"), chunk.length).set(chunk);
  for (const { run } of threads) run.write({ chunkStart, chunkEnd: chunkStart + chunk.length });
}
