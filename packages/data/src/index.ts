export type { ByteSource, ByteStream, Bytes } from "@wordloom/bytes";
export {
  type AnalogySection,
  bundledAnalogies,
} from "./bundled/bundled-analogies.js";
export { type BundledCorpus, type BundledCorpusOptions, bundledCorpus } from "./bundled/bundled-corpus.js";
export { bundledNeighbours, type Neighbourhood } from "./bundled/bundled-neighbours.js";
export { type CorpusPart, checkCorpus } from "./corpus/check-corpus.js";
export type { Corpus } from "./corpus/corpus.js";
export {
  type CorpusOptions,
  corpusFromText,
  type ReadCorpusOptions,
  readCorpora,
  readCorpus,
  type TextSource,
} from "./corpus/read-corpus.js";
export type { OnReadingProgress, ReadingProgress } from "./corpus/reading-progress.js";
export type { LineEnd } from "./corpus/token-scanner.js";
export type { OnNote, ReadingNote } from "./notes/reading-note.js";
export { type UnspacedScript, unspacedScript } from "./notes/unspaced-script.js";
export { encode, encodeCorpus, type OutOfVocabulary } from "./vocabulary/encode.js";
export { buildVocabulary, trimVocabulary, type Vocabulary, type VocabularyOptions } from "./vocabulary/vocabulary.js";
export { formatVocabulary, parseVocabulary } from "./vocabulary/vocabulary-tsv.js";
export { type ContextsAndTargets, contextsAndTargets, type WordIds } from "./windows/contexts-and-targets.js";
export type { WindowEdges } from "./windows/target-positions.js";
export { NO_WORD, type WindowBatch, type WindowBatchesOptions, windowBatches } from "./windows/window-batches.js";
