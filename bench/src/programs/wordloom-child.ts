// Trains with the engine in a process of its own, so that nothing is compiled beforehand, and prints one line of JSON. All of
// `train` is timed: making the tables, starting threads and compiling are part of it.
import { writeFile } from "node:fs/promises";
import { encodeBinary } from "@wordloom/vectors";
import { train } from "@wordloom/word2vec";
import { frequentWords } from "./frequent-words.ts";
import type { TrainingTask } from "./program.ts";

const { settings, threads, corpusPath, vectorsPath } = JSON.parse(process.argv[2]) as TrainingTask;
const { minCount, ...options } = settings;
const corpus = await frequentWords(corpusPath, minCount);

const start = performance.now();
const { vectors } = await train(corpus, { ...options, threads });
const seconds = (performance.now() - start) / 1000;
await writeFile(vectorsPath, encodeBinary(vectors));
console.log(JSON.stringify({ seconds }));
