import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { bundledCorpus, type Corpus, corpusFromText, encodeCorpus, trimVocabulary } from "@wordloom/data";
import { type Environment, findPtb, readPtb, readTextCorpus } from "@wordloom/data/node";
import { randomFromSeed } from "@wordloom/random";
import type { TrainOptions } from "./train-options.js";

/** What a run trains on. */
export interface TrainingText {
  /** For people. */
  readonly name: string;
  /** The file or folder it came from; absent for the bundled corpus. */
  readonly path?: string;
  readonly train: Corpus;
  /** Absent where the text has no such part. */
  readonly validation?: Corpus;
  /** Its analogies are known. */
  readonly isBundled: boolean;
}

/**
 * The text that the command line asks for: a folder or a file of the user's, the Penn Treebank wherever it is found, or
 * the bundled corpus – which is also what `auto` falls back to, saying so through `tell`.
 *
 * @throws Error if the text is asked for by name and can't be had
 */
export async function trainingText(
  { data, corpus }: Pick<TrainOptions, "data" | "corpus">,
  minCount: number,
  environment: Environment,
  tell: (line: string) => void,
): Promise<TrainingText> {
  const text = await (data === undefined ? namedCorpus(corpus, environment, tell) : ownText(data));
  return minCount === 1 ? text : trimmed(text, minCount);
}

/** What to say of a text in a few words. */
export function corpusFacts({ name, path, train }: TrainingText): {
  name: string;
  path: string | undefined;
  tokens: number;
  words: number;
} {
  return { name, path, tokens: train.ids.length, words: train.vocabulary.words.length };
}

async function ownText(path: string): Promise<TrainingText> {
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (isFolder) return penn((await findPtb({}, { data: path })).directory);
  return { name: basename(path), path, train: await readTextCorpus(path), isBundled: false };
}

async function namedCorpus(
  name: TrainOptions["corpus"],
  environment: Environment,
  tell: (line: string) => void,
): Promise<TrainingText> {
  if (name === "bundled") return bundled();
  // A mirror of the public copy, for networks that don't reach it.
  const { WORDLOOM_PTB_URL: baseUrl } = environment;
  try {
    return await penn((await findPtb(environment, baseUrl === undefined ? {} : { baseUrl })).directory);
  } catch (error) {
    if (name === "ptb") throw error;
    tell(`No Penn Treebank, so the bundled corpus it is (${(error as Error).message.replace(/^\w+: /, "")})`);
    return bundled();
  }
}

async function penn(directory: string): Promise<TrainingText> {
  const { train, valid } = await readPtb(directory);
  return { name: "Penn Treebank", path: directory, train, validation: valid, isBundled: false };
}

/** Always the same text: the seed of a run is for its weights and draws. */
function bundled(): TrainingText {
  const { train, valid } = bundledCorpus(randomFromSeed(1));
  const corpus = corpusFromText(train);
  const validation = encodeCorpus(corpusFromText(valid), corpus.vocabulary, "drop");
  return { name: "bundled corpus", train: corpus, validation, isBundled: true };
}

function trimmed(text: TrainingText, minCount: number): TrainingText {
  const vocabulary = trimVocabulary(text.train.vocabulary, { minCount });
  const followed = (corpus: Corpus) => encodeCorpus(corpus, vocabulary, "drop");
  const { validation } = text;
  return {
    ...text,
    train: followed(text.train),
    ...(validation === undefined ? {} : { validation: followed(validation) }),
  };
}
