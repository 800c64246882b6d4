// Trains with the engine on words as frequent as in a text until its speed is known, and prints the nanoseconds a word and the
// bytes by which the process grew.
import { train } from "@wordloom/word2vec";
import type { EngineCost, EngineTask } from "./engine-cost.ts";
import { isSteady, type ProgressPoint, steadyWordTime } from "./steady-word-time.ts";
import { zipfCorpus } from "./zipf-corpus.ts";

const { vocabulary, milliseconds, ...options } = JSON.parse(process.argv[2]) as EngineTask & { milliseconds: number };
const points: ProgressPoint[] = [];
const ending = new AbortController();
const corpus = zipfCorpus(vocabulary, 1_000_000);
const before = process.memoryUsage.rss();
let most = before;
await train(corpus, {
  ...options,
  subsample: 0,
  epochs: 10_000,
  // There is nothing to learn; a small rate keeps the weights small for any number of epochs.
  learningRate: 0.001,
  signal: ending.signal,
  onProgress({ words }) {
    most = Math.max(most, process.memoryUsage.rss());
    points.push({ milliseconds: performance.now(), words });
    if (isSteady(points, milliseconds)) ending.abort();
  },
});
console.log(JSON.stringify({ nanoseconds: steadyWordTime(points), bytes: most - before } satisfies EngineCost));
