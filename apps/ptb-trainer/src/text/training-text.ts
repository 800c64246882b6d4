import { join } from "node:path";
import {
  bundledCorpus,
  type Corpus,
  corpusFromText,
  encodeCorpus,
  type LineEnd,
  type OnReadingProgress,
  type ReadingNote,
  trimVocabulary,
  unspacedScript,
} from "@wordloom/data";
import { type Environment, findPtb, readPtb } from "@wordloom/data/node";
import { randomFromSeed } from "@wordloom/random";
import { errorMessage } from "@wordloom/terminal";
import { fewWords } from "../advice/few-words.js";
import { moreFlags } from "../advice/more-flags.js";
import { book } from "../settings/book-preset.js";
import { fast, OWN_MIN_COUNT } from "../settings/fast-preset.js";
import { inFlags } from "../settings/in-flags.js";
import type { TrainOptions } from "../settings/train-options.js";
import { type ReadFile, readTexts } from "./read-texts.js";
import { sha256Of } from "./sha256-of.js";
import { STANDARD_INPUT, textSources } from "./text-sources.js";

/** The text that a run trains on. */
export interface TrainingText {
  /** What messages call the text. */
  readonly name: string;
  /** The file or folder that was read; absent for the bundled corpus, standard input and several files. */
  readonly path?: string;
  /** The files that were read, if they are several. */
  readonly files?: readonly ReadFile[];
  /** The SHA-256 of the training text, of several files one after the other; absent for the bundled corpus. */
  readonly sha256?: string | undefined;
  readonly train: Corpus;
  /** Absent if the text has no such part. */
  readonly validation?: Corpus;
  /** Whether it is the bundled corpus, whose analogies are known. */
  readonly isBundled: boolean;
  /** Whether it is the user's own text. */
  readonly isOwn: boolean;
  /** Words that occur less often were left out. */
  readonly minCount: number;
  /** Tokens and distinct words of the whole text. */
  readonly tokensRead: number;
  readonly wordsRead: number;
  readonly lineEnd: LineEnd;
  /** What reading has left out or decided, and what it found odd. */
  readonly notes: readonly ReadingNote[];
}

type WholeText = Omit<TrainingText, "minCount" | "tokensRead" | "wordsRead" | "lineEnd" | "notes">;

/** What is reported while a text is looked for and read. */
export interface ReadingObserver {
  readonly tell: (line: string) => void;
  readonly onProgress: OnReadingProgress;
}

/** The options that decide on the text. */
export type TextOptions = Pick<
  TrainOptions,
  | "data"
  | "corpus"
  | "preset"
  | "minCount"
  | "lineEnd"
  | "as"
  | "model"
  | "negatives"
  | "window"
  | "subsample"
  | "withinSentences"
>;

/**
 * Reads the text that the command line names, and leaves out its rare words. It is files, a folder, standard input, the Penn
 * Treebank or the bundled corpus. If `auto` finds no Penn Treebank, it takes the bundled corpus and says so through `tell`.
 *
 * @throws Error if the text cannot be read, if it does not look like text, or if too few words are left to train on
 */
export async function trainingText(
  options: TextOptions,
  environment: Environment,
  observer: ReadingObserver,
): Promise<TrainingText> {
  const lineEnd = options.lineEnd === "boundary" ? "boundary" : "<eos>";
  const notes: ReadingNote[] = [];
  const whole = await wholeText(options, lineEnd, environment, observer, notes);
  const minCount = options.minCount ?? (whole.isOwn && options.preset === "fast" ? OWN_MIN_COUNT : 1);
  const { preset } = options;
  const { negatives, window, subsample } = { ...(preset === "fast" ? fast : book), ...options };
  const { ids, vocabulary } = whole.train;
  const script = unspacedScript(vocabulary)?.name;
  // The one-hot model compares its target with all other words; it needs only one.
  const choice = { minCount, negatives: options.model === "one-hot" ? 1 : negatives };
  const reach = { preset, window, subsample, crossSentences: options.withinSentences !== true };
  const furtherFlags = (least: number) => moreFlags(trimmed(whole, least).train, reach);
  const complaint = fewWords(whole.name, vocabulary, choice, script, furtherFlags);
  if (complaint !== undefined) throw new Error(complaint);
  return {
    ...trimmed(whole, minCount),
    ...{ minCount, lineEnd, notes, tokensRead: ids.length, wordsRead: vocabulary.words.length },
  };
}

async function wholeText(
  { data, corpus, as }: TextOptions,
  lineEnd: LineEnd,
  environment: Environment,
  { tell, onProgress }: ReadingObserver,
  notes: ReadingNote[],
): Promise<WholeText> {
  if (data === undefined) return namedCorpus(corpus, lineEnd, environment, tell);
  const onNote = (note: ReadingNote): void => {
    if (note.kind === "other-format" && as === undefined) throw new Error(refusal(note.message));
    notes.push({ ...note, message: inFlags(note.message) });
  };
  const sources = await textSources(data, onNote);
  if (sources.kind === "ptb") return penn((await findPtb({}, { data: sources.directory })).directory, lineEnd);
  const { name, path, files: paths } = sources;
  if (paths.includes(STANDARD_INPUT) && process.stdin.isTTY) tell("reading what you type; Ctrl-D ends it");
  const { corpus: train, files, sha256 } = await readTexts(paths, { lineEnd, onNote, onProgress });
  return {
    ...{ name, sha256, train, isBundled: false, isOwn: true },
    ...(path === undefined ? {} : { path }),
    ...(files.length > 1 || path === undefined ? { files } : {}),
  };
}

function refusal(message: string): string {
  const [looks] = message.split("; ");
  return `${looks}; take the words out of it first; --as text trains on all of it as it is`;
}

async function namedCorpus(
  name: TrainOptions["corpus"],
  lineEnd: LineEnd,
  environment: Environment,
  tell: (line: string) => void,
): Promise<WholeText> {
  if (name === "bundled") return bundled(lineEnd);
  // A mirror of the public copy, for networks that cannot reach the copy.
  const { WORDLOOM_PTB_URL: baseUrl } = environment;
  try {
    return await penn((await findPtb(environment, baseUrl === undefined ? {} : { baseUrl })).directory, lineEnd);
  } catch (error) {
    if (name === "ptb") throw error;
    tell(`No Penn Treebank, so training uses the bundled corpus (${errorMessage(error)})`);
    return bundled(lineEnd);
  }
}

async function penn(directory: string, lineEnd: LineEnd): Promise<WholeText> {
  const { train, valid } = await readPtb(directory, { lineEnd });
  const sha256 = await sha256Of(join(directory, "ptb.train.txt"));
  return { name: "Penn Treebank", path: directory, sha256, train, validation: valid, isBundled: false, isOwn: false };
}

/** Makes the bundled corpus. It is always the same text: the seed of a run is for its weights and draws. */
function bundled(lineEnd: LineEnd): WholeText {
  const { train, valid } = bundledCorpus(randomFromSeed(1));
  const corpus = corpusFromText(train, { lineEnd });
  const validation = encodeCorpus(corpusFromText(valid, { lineEnd }), corpus.vocabulary, "drop");
  return { name: "bundled corpus", train: corpus, validation, isBundled: true, isOwn: false };
}

function trimmed(text: WholeText, minCount: number): WholeText {
  if (minCount === 1) return text;
  const vocabulary = trimVocabulary(text.train.vocabulary, { minCount });
  const followed = (corpus: Corpus) => encodeCorpus(corpus, vocabulary, "drop");
  const { validation } = text;
  return {
    ...text,
    train: followed(text.train),
    ...(validation === undefined ? {} : { validation: followed(validation) }),
  };
}
