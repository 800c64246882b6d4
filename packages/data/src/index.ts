export type { ByteSource, ByteStream, Bytes } from "@wordloom/bytes";
export {
  type AnalogySection,
  bundledAnalogies,
} from "./bundled/bundled-analogies.js";
export { type BundledCorpus, type BundledCorpusOptions, bundledCorpus } from "./bundled/bundled-corpus.js";
export { bundledNeighbours, type Neighbourhood } from "./bundled/bundled-neighbours.js";
export { type CorpusPart, checkCorpus } from "./check-corpus.js";
export { type ContextsAndTargets, contextsAndTargets, type WordIds } from "./contexts-and-targets.js";
export {
  type Corpus,
  type CorpusOptions,
  corpusFromText,
  type ReadCorpusOptions,
  readCorpora,
  readCorpus,
  type TextSource,
} from "./corpus.js";
export { encode, encodeCorpus, type OutOfVocabulary } from "./encode.js";
export type { OnNote, ReadingNote } from "./reading-note.js";
export type { OnReadingProgress, ReadingProgress } from "./reading-progress.js";
export type { WindowEdges } from "./target-positions.js";
export type { LineEnd } from "./token-scanner.js";
export { type UnspacedScript, unspacedScript } from "./unspaced-script.js";
export { buildVocabulary, trimVocabulary, type Vocabulary, type VocabularyOptions } from "./vocabulary.js";
export { formatVocabulary, parseVocabulary } from "./vocabulary-tsv.js";
export { NO_WORD, type WindowBatch, type WindowBatchesOptions, windowBatches } from "./window-batches.js";
