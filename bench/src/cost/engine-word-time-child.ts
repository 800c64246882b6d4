// Trains with the engine on words as frequent as in a text until its speed is known, and prints the nanoseconds a word.
import { train } from "@wordloom/word2vec";
import type { EngineTask } from "./engine-word-time.ts";
import { isSteady, type ProgressPoint, steadyWordTime } from "./steady-word-time.ts";
import { zipfCorpus } from "./zipf-corpus.ts";

const { vocabulary, milliseconds, ...options } = JSON.parse(process.argv[2]) as EngineTask & { milliseconds: number };
const points: ProgressPoint[] = [];
const ending = new AbortController();
await train(zipfCorpus(vocabulary, 1_000_000), {
  ...options,
  subsample: 0,
  epochs: 10_000,
  // There is nothing to learn; a small rate keeps the weights small for any number of epochs.
  learningRate: 0.001,
  signal: ending.signal,
  onProgress({ words }) {
    points.push({ milliseconds: performance.now(), words });
    if (isSteady(points, milliseconds)) ending.abort();
  },
});
console.log(JSON.stringify({ nanoseconds: steadyWordTime(points) }));
