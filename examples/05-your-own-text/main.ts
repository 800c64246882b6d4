// node main.ts [TEXT]: vectors from a text file of any size, plain or gzipped. Without one, it writes a small one first.
import { createReadStream } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { createGunzip } from "node:zlib";
import { bundledCorpus, encodeCorpus, readCorpus, trimVocabulary } from "@wordloom/data";
import { randomFromSeed } from "@wordloom/random";
import { mostSimilar } from "@wordloom/vectors";
import { readVectors, writeVectors } from "@wordloom/vectors/node";
import { train } from "@wordloom/word2vec";

const out = join(import.meta.dirname, "out");
await mkdir(out, { recursive: true });
const path = process.argv[2] ?? (await sampleText());

// A word is letters, or digits; case goes. What stands here decides what the vectors are of: make it your own.
const word = /\p{L}+(?:['’]\p{L}+)*|\p{N}+/gu;

/** The words of one line after the other, so that the text is never in memory as a whole. */
async function* tokenised(file: string): AsyncGenerator<Uint8Array> {
  const bytes = createReadStream(file);
  const input = file.endsWith(".gz") ? bytes.pipe(createGunzip()) : bytes;
  const utf8 = new TextEncoder();
  for await (const line of createInterface({ input })) {
    const words = line.toLowerCase().match(word);
    if (words !== null) yield utf8.encode(`${words.join(" ")}\n`);
  }
}

// Read once: counted, and kept as four bytes a token. Then without the words that are too rare to learn from.
const all = await readCorpus(tokenised(path), { lineEnd: "boundary", source: path });
const corpus = encodeCorpus(all, trimVocabulary(all.vocabulary, { minCount: 5 }), "drop");
console.log(`${all.ids.length} words, ${all.vocabulary.words.length} different`); // 180706 words, 993 different
console.log(`${corpus.ids.length} of them kept, ${corpus.vocabulary.words.length} different`); // 180690 of them kept, 989 different

const { vectors, losses } = await train(corpus, {
  epochs: epochsFor(corpus.ids.length),
  onProgress({ epoch, loss, wordsPerSecond, secondsLeft }) {
    if (!process.stderr.isTTY) return;
    const pace = Math.round(wordsPerSecond).toLocaleString("en");
    process.stderr.write(
      `\repoch ${epoch}, loss ${loss.toFixed(3)}, ${pace} target words/s, ${secondsLeft.toFixed(0)} s left \x1b[K`,
    );
  },
});
console.log(`loss ${losses[0].toFixed(3)}, then ${losses[losses.length - 1].toFixed(3)}`); // loss 2.561, then 0.566

// word2vec's own format, which gensim, fastText and others read, too; `.txt`, `.npy`, `.safetensors` and `.tsv` are others.
const file = join(out, "vectors.bin");
await writeVectors(file, vectors);

const again = await readVectors(file);
const nearest = (query: string) => mostSimilar(again, query, { top: 4 }).map((each) => each.word);
const query = again.idOf.has("car") ? "car" : again.words[0];
console.log(`${query}: ${nearest(query).join(" ")}`); // car: truck van vehicle auto

/** The shorter a text, the more often it has to be read. */
function epochsFor(words: number): number {
  if (words <= 100_000) return 100;
  if (words <= 500_000) return 40;
  if (words <= 3_000_000) return 20;
  return words <= 10_000_000 ? 10 : 5;
}

/** The bundled corpus, written as people write: with capitals and full stops. */
async function sampleText(): Promise<string> {
  const { train: text } = bundledCorpus(randomFromSeed(1));
  const sentences = text
    .trim()
    .split("\n")
    .map((line) => line.trim());
  const file = join(out, "sample.txt");
  await writeFile(file, sentences.map((each) => `${each[0].toUpperCase()}${each.slice(1)}.\n`).join(""));
  return file;
}
