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

/** What a run trains on. */
export interface TrainingText {
  /** For people. */
  readonly name: string;
  /** The file or folder it came from; absent for the bundled corpus, standard input and several files. */
  readonly path?: string;
  /** The files it is made of, where they are several. */
  readonly files?: readonly ReadFile[];
  /** Of the training text as it lies there, several files one after the other; absent for the bundled corpus. */
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
  /** Of the whole text. */
  readonly tokensRead: number;
  readonly wordsRead: number;
  readonly lineEnd: LineEnd;
  /** What reading found odd, left out or decided. */
  readonly notes: readonly ReadingNote[];
}

type WholeText = Omit<TrainingText, "minCount" | "tokensRead" | "wordsRead" | "lineEnd" | "notes">;

/** What is told while a text is looked for and read. */
export interface ReadingObserver {
  readonly tell: (line: string) => void;
  readonly onProgress: OnReadingProgress;
}

/** What decides on the text, of all that a command line says. */
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
 * The text that the command line asks for: files, a folder or standard input, the Penn Treebank wherever it is found, or
 * the bundled corpus – which is also what `auto` falls back to, saying so through `tell`. Without its rare words.
 *
 * @throws Error if the text is asked for by name and can't be had, if it looks like something else than text, or if too few
 *   words are left to train on
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
  // The one-hot model tells its target from all other words: one is enough.
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
  if (paths.includes(STANDARD_INPUT) && process.stdin.isTTY) tell("reading what is typed; Ctrl-D ends it");
  const { corpus: train, files, sha256 } = await readTexts(paths, { lineEnd, onNote, onProgress });
  return {
    ...{ name, sha256, train, isBundled: false, isOwn: true },
    ...(path === undefined ? {} : { path }),
    ...(files.length > 1 || path === undefined ? { files } : {}),
  };
}

function refusal(message: string): string {
  const [looks] = message.split("; ");
  return `${looks}; its words have to be taken out of it first; --as text trains on all of it as it is`;
}

async function namedCorpus(
  name: TrainOptions["corpus"],
  lineEnd: LineEnd,
  environment: Environment,
  tell: (line: string) => void,
): Promise<WholeText> {
  if (name === "bundled") return bundled(lineEnd);
  // A mirror of the public copy, for networks that don't reach it.
  const { WORDLOOM_PTB_URL: baseUrl } = environment;
  try {
    return await penn((await findPtb(environment, baseUrl === undefined ? {} : { baseUrl })).directory, lineEnd);
  } catch (error) {
    if (name === "ptb") throw error;
    tell(`No Penn Treebank, so the bundled corpus it is (${errorMessage(error)})`);
    return bundled(lineEnd);
  }
}

async function penn(directory: string, lineEnd: LineEnd): Promise<WholeText> {
  const { train, valid } = await readPtb(directory, { lineEnd });
  const sha256 = await sha256Of(join(directory, "ptb.train.txt"));
  return { name: "Penn Treebank", path: directory, sha256, train, validation: valid, isBundled: false, isOwn: false };
}

/** Always the same text: the seed of a run is for its weights and draws. */
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
