import type { RunView } from "./training-thread.js";

/** What {@link nextChunk} needs of a run. */
interface Reading {
  readonly memory: WebAssembly.Memory;
  readonly threads: readonly { readonly run: RunView }[];
  readonly ids: Int32Array;
  readonly chunkTokens: number;
}

/** Copies the ids that the threads read next into their memory. No thread may be at work. */
export function nextChunk({ memory, threads, ids, chunkTokens }: Reading): void {
  const [{ run }] = threads;
  const chunkStart = run.read("readPosition");
  const chunk = ids.subarray(chunkStart, chunkStart + chunkTokens);
  new Int32Array(memory.buffer, run.read("chunk"), chunk.length).set(chunk);
  for (const { run } of threads) run.write({ chunkStart, chunkEnd: chunkStart + chunk.length });
}
