// Builds an approximate index of vectors, asks it, and prints what it took and found as one line of JSON.
import { approximateIndex, encodeIndex, mostSimilar, mostSimilarBatch } from "@wordloom/vectors";
import { readVectors } from "@wordloom/vectors/node";
import { type IndexTask, neighbourCount } from "./index-run.ts";
import { queriedRows } from "./queried-rows.ts";

const { path, efs, queries } = JSON.parse(process.argv[2]) as IndexTask;
const vectors = await readVectors(path);
const V = vectors.words.length;
const words = queriedRows(V, queries).map((row) => vectors.words[row]);
const top = neighbourCount;
mostSimilar(vectors, words[0], { top });

const start = performance.now();
const index = approximateIndex(vectors);
const buildSeconds = (performance.now() - start) / 1000;

const exact = mostSimilarBatch(vectors, words, { top }).map((answer) => new Set(answer.map(({ word }) => word)));
const [scanned] = timed(words.slice(0, 100).map((word) => () => mostSimilar(vectors, word, { top })));
const searches = efs.map((ef) => {
  timed(words.slice(0, 100).map((word) => () => mostSimilar(vectors, word, { top, index, ef })));
  const [perSecond, answers] = timed(words.map((word) => () => mostSimilar(vectors, word, { top, index, ef })));
  const found = answers.reduce((sum, answer, i) => sum + answer.filter(({ word }) => exact[i].has(word)).length, 0);
  return { ef, recall: found / (top * words.length), perSecond };
});
const bytes = encodeIndex(index).length;
console.log(JSON.stringify({ V, D: vectors.dimension, buildSeconds, bytes, scanned, searches }));

function timed<Answer>(calls: readonly (() => Answer)[]): [perSecond: number, answers: Answer[]] {
  const begin = performance.now();
  const answers = calls.map((call) => call());
  return [(1000 * calls.length) / (performance.now() - begin), answers];
}
