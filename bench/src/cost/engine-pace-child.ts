// Trains with the engine on words as frequent as in a text until its pace is known, and prints the nanoseconds a word.
import { train } from "@wordloom/word2vec";
import type { EngineTask } from "./engine-pace.ts";
import { isSteady, type PacePoint, steadyPace } from "./steady-pace.ts";
import { zipfCorpus } from "./zipf-corpus.ts";

const { vocabulary, milliseconds, ...options } = JSON.parse(process.argv[2]) as EngineTask & { milliseconds: number };
const points: PacePoint[] = [];
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
console.log(JSON.stringify({ nanoseconds: steadyPace(points) }));
