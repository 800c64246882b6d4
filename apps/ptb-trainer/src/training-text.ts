import { stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { bundledCorpus, type Corpus, corpusFromText, encodeCorpus, trimVocabulary } from "@wordloom/data";
import { type Environment, findPtb, readPtb, readTextCorpus } from "@wordloom/data/node";
import { randomFromSeed } from "@wordloom/random";
import { errorMessage } from "@wordloom/terminal";
import { OWN_MIN_COUNT } from "./fast-preset.js";
import { sha256Of } from "./sha256-of.js";
import type { TrainOptions } from "./train-options.js";

/** What a run trains on. */
export interface TrainingText {
  /** For people. */
  readonly name: string;
  /** The file or folder it came from; absent for the bundled corpus. */
  readonly path?: string;
  /** Of the file with the training text, as it lies there; absent for the bundled corpus and for a pipe. */
  readonly sha256?: string | undefined;
  readonly train: Corpus;
  /** Absent where the text has no such part. */
  readonly validation?: Corpus;
  /** Its analogies are known. */
  readonly isBundled: boolean;
  /** It is the user's. */
  readonly isOwn: boolean;
  /** Words seen less often were left out. */
  readonly minCount: number;
}

type WholeText = Omit<TrainingText, "minCount">;

/**
 * The text that the command line asks for: a folder or a file of the user's, the Penn Treebank wherever it is found, or
 * the bundled corpus – which is also what `auto` falls back to, saying so through `tell`.
 *
 * @throws Error if the text is asked for by name and can't be had
 */
export async function trainingText(
  { data, corpus, preset, minCount }: Pick<TrainOptions, "data" | "corpus" | "preset" | "minCount">,
  environment: Environment,
  tell: (line: string) => void,
): Promise<TrainingText> {
  if (data === undefined) return trimmed(await namedCorpus(corpus, environment, tell), minCount ?? 1);
  if (await isFolder(data)) return trimmed(await penn((await findPtb({}, { data })).directory), minCount ?? 1);
  const train = await readTextCorpus(data);
  const own = { name: basename(data), path: data, sha256: await sha256Of(data), train, isBundled: false, isOwn: true };
  return trimmed(own, minCount ?? (preset === "fast" ? OWN_MIN_COUNT : 1));
}

/** What to say of a text in a few words. */
export function corpusFacts({ name, path, sha256, train }: TrainingText): {
  name: string;
  path: string | undefined;
  sha256: string | undefined;
  tokens: number;
  words: number;
} {
  return { name, path, sha256, tokens: train.ids.length, words: train.vocabulary.words.length };
}

function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

async function namedCorpus(
  name: TrainOptions["corpus"],
  environment: Environment,
  tell: (line: string) => void,
): Promise<WholeText> {
  if (name === "bundled") return bundled();
  // A mirror of the public copy, for networks that don't reach it.
  const { WORDLOOM_PTB_URL: baseUrl } = environment;
  try {
    return await penn((await findPtb(environment, baseUrl === undefined ? {} : { baseUrl })).directory);
  } catch (error) {
    if (name === "ptb") throw error;
    tell(`No Penn Treebank, so the bundled corpus it is (${errorMessage(error)})`);
    return bundled();
  }
}

async function penn(directory: string): Promise<WholeText> {
  const { train, valid } = await readPtb(directory);
  const sha256 = await sha256Of(join(directory, "ptb.train.txt"));
  return { name: "Penn Treebank", path: directory, sha256, train, validation: valid, isBundled: false, isOwn: false };
}

/** Always the same text: the seed of a run is for its weights and draws. */
function bundled(): WholeText {
  const { train, valid } = bundledCorpus(randomFromSeed(1));
  const corpus = corpusFromText(train);
  const validation = encodeCorpus(corpusFromText(valid), corpus.vocabulary, "drop");
  return { name: "bundled corpus", train: corpus, validation, isBundled: true, isOwn: false };
}

function trimmed(text: WholeText, minCount: number): TrainingText {
  if (minCount === 1) return { ...text, minCount };
  const { words, counts } = text.train.vocabulary;
  if (counts.every((count) => count < minCount)) {
    throw new Error(`none of the ${words.length} words of ${text.name} occurs ${minCount} times; lower --min-count`);
  }
  const vocabulary = trimVocabulary(text.train.vocabulary, { minCount });
  const followed = (corpus: Corpus) => encodeCorpus(corpus, vocabulary, "drop");
  const { validation } = text;
  return {
    ...text,
    minCount,
    train: followed(text.train),
    ...(validation === undefined ? {} : { validation: followed(validation) }),
  };
}
