import type { RoundView, RunView } from "./training-thread.js";

/** What {@link nextChunk} needs of a run. */
interface Reading {
  readonly memory: WebAssembly.Memory;
  readonly round: RoundView;
  readonly threads: readonly { readonly run: RunView }[];
  readonly ids: Int32Array;
  readonly chunkTokens: number;
}

/** Copies the ids that the threads read next into their memory, from a window before the round on. No thread may be at work. */
export function nextChunk({ memory, round, threads, ids, chunkTokens }: Reading): void {
  const [{ run }] = threads;
  const chunkStart = Math.max(0, round.read("position") - run.read("margin"));
  const chunk = ids.subarray(chunkStart, chunkStart + chunkTokens);
  new Int32Array(memory.buffer, run.read("chunk"), chunk.length).set(chunk);
  round.write({ chunkStart, chunkEnd: chunkStart + chunk.length });
}
