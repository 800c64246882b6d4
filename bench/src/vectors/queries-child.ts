// Asks vectors for neighbours in a process of its own, and prints what it took as one line of JSON.
import { mostSimilar, mostSimilarBatch, type WordVectors } from "@wordloom/vectors";
import { readVectors } from "@wordloom/vectors/node";
import type { QueriesTask } from "./queries-run.ts";

const { path, rows, top, calls } = JSON.parse(process.argv[2]) as QueriesTask;
const vectors: WordVectors = await readVectors(path);
const words = rows.map((row) => vectors.words[row]);
const [first] = timed(() => mostSimilar(vectors, words[words.length - 1], { top }));
const before = process.cpuUsage();
const single = words.slice(0, calls).map((word) => timed(() => mostSimilar(vectors, word, { top })));
const cpuSeconds = cpuSecondsSince(before) / single.length;
mostSimilarBatch(vectors, words.slice(0, 128), { top });
const beforeBatch = process.cpuUsage();
const [seconds] = timed(() => mostSimilarBatch(vectors, words, { top }));
const scan = { seconds, cpuSeconds: cpuSecondsSince(beforeBatch) };
console.log(
  JSON.stringify({
    first,
    calls: single.map(([seconds]) => seconds),
    answers: single.map(([, answer]) => answer.map(({ word }) => word)),
    cpuSeconds,
    batches: { scan },
  }),
);

function cpuSecondsSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

function timed<Answer>(call: () => Answer): [seconds: number, answer: Answer] {
  const start = performance.now();
  const answer = call();
  return [(performance.now() - start) / 1000, answer];
}
