// Trains with the engine in a process of its own, so that nothing is compiled beforehand, and prints one line of JSON. What is
// timed is training, as the engine's own clock has it: from the first batch, with threads and code still cold, to the last.
// Tables are made before and taken out after, as gensim's are.
import { writeFile } from "node:fs/promises";
import { encodeBinary } from "@wordloom/vectors";
import { train } from "@wordloom/word2vec";
import { frequentWords } from "./frequent-words.ts";
import type { TrainingTask } from "./program.ts";

const { settings, threads, corpusPath, vectorsPath } = JSON.parse(process.argv[2]) as TrainingTask;
const { minCount, ...options } = settings;
const corpus = await frequentWords(corpusPath, minCount);

let seconds = 0;
const { vectors } = await train(corpus, {
  ...options,
  threads,
  onEpoch: (epoch) => {
    seconds = epoch.seconds;
  },
});
await writeFile(vectorsPath, encodeBinary(vectors));
console.log(JSON.stringify({ seconds }));
