import { bundledCorpus, corpusFromText } from "@wordloom/data";
import { randomFromSeed } from "@wordloom/random";
import { train, type Word2vecOptions } from "@wordloom/word2vec";

/** What a run gave, to the bit. */
export interface Bits {
  /** SHA-256 of the table's bytes. */
  readonly inputVectors: string;
  readonly outputVectors: string;
  /** Of each epoch, in all their digits. */
  readonly losses: string;
  readonly words: number;
}

/** Both models, dimensions that are not whole vectors of four, and every option that chooses a path through the kernels. */
const runs: Readonly<Record<string, Word2vecOptions>> = {
  cbow: { model: "cbow", dimension: 100 },
  "cbow, all words": { model: "cbow", dimension: 30, subsample: 0, shrinking: false },
  "cbow, word2vec's gradient": {
    model: "cbow",
    dimension: 50,
    negatives: 12,
    window: 8,
    crossSentences: false,
    contextGradient: "word2vec",
  },
  "skip-gram": { model: "skip-gram", dimension: 100 },
  "skip-gram, all words": { model: "skip-gram", dimension: 30, subsample: 0, negatives: 2, batchSize: 5 },
};

/** Trains each on that many threads. Also returns how many it was given, which is one where memory can't be shared. */
export async function bits(threads: number): Promise<{ threads: number; bits: Record<string, Bits> }> {
  const corpus = corpusFromText(bundledCorpus(randomFromSeed(1), { tokens: 5_000 }).train);
  const found: Record<string, Bits> = {};
  let given = 0;
  for (const [name, options] of Object.entries(runs)) {
    const result = await train(corpus, { epochs: 2, subsample: 1e-2, lanes: 16, laneWords: 64, ...options, threads });
    given = Math.max(given, result.threads);
    found[name] = {
      inputVectors: await sha256(result.vectors.data),
      outputVectors: await sha256(result.outputVectors),
      losses: result.losses.join(" "),
      words: result.words,
    };
  }
  return { threads: given, bits: found };
}

async function sha256(table: Float32Array): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", Float32Array.from(table));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
