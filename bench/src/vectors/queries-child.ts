// Asks vectors for neighbours in a process of its own, and prints what it took as one line of JSON.
import { mostSimilar, mostSimilarBatch, type WordVectors } from "@wordloom/vectors";
import { readVectors } from "@wordloom/vectors/node";
import type { QueriesTask } from "./queries-run.ts";

const { path, rows, top, calls } = JSON.parse(process.argv[2]) as QueriesTask;
const vectors: WordVectors = await readVectors(path);
const words = rows.map((row) => vectors.words[row]);
const [first] = timed(() => mostSimilar(vectors, words[words.length - 1], { top }));
const single = words.slice(0, calls).map((word) => timed(() => mostSimilar(vectors, word, { top })));
mostSimilarBatch(vectors, words.slice(0, 128), { top });
const [batch] = timed(() => mostSimilarBatch(vectors, words, { top }));
console.log(
  JSON.stringify({
    first,
    calls: single.map(([seconds]) => seconds),
    answers: single.map(([, answer]) => answer.map(({ word }) => word)),
    batches: { scan: batch },
  }),
);

function timed<Answer>(call: () => Answer): [seconds: number, answer: Answer] {
  const start = performance.now();
  const answer = call();
  return [(performance.now() - start) / 1000, answer];
}
