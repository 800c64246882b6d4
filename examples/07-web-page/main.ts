// Makes the vectors that the page loads. Any file of vectors will do: one of yours, or one that you have downloaded.
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { bundledCorpus, corpusFromText } from "@wordloom/data";
import { randomFromSeed } from "@wordloom/random";
import { writeVectors } from "@wordloom/vectors/node";
import { train } from "@wordloom/word2vec";

const corpus = corpusFromText(bundledCorpus(randomFromSeed(1)).train);
const { vectors } = await train(corpus, { dimension: 64, epochs: 20, subsample: 0 });

// A byte a number with a scale for each word: a quarter of the bytes to load.
const file = join(import.meta.dirname, "public/vectors.safetensors");
await writeVectors(file, vectors, { numbers: "int8" });
console.log(`${vectors.words.length} words, ${Math.round((await stat(file)).size / 1000)} kB`); // 995 words, 82 kB
