export { type AnalogyFormat, type AnalogyFormats, analogyFormat } from "./analogy-format.js";
export type { AnalogyParts } from "./analogy-parts.js";
export type { AnalogyProtocol } from "./analogy-protocol.js";
export type { AnalogyOptions } from "./answer-analogies.js";
export type { BatsMethod, BatsOptions } from "./answer-bats.js";
export { type BookEvaluation, type BookEvaluationOptions, bookEvaluation } from "./book-evaluation.js";
export type { Bootstrap, BootstrapOptions, Interval } from "./bootstrap.js";
export {
  type AnalogyComparison,
  type AnalogyComparisonOptions,
  type AnalogyDifference,
  type BatsComparisonOptions,
  compareAnalogies,
  compareBats,
} from "./compare-analogies.js";
export {
  type CorrelationDifference,
  compareWordPairs,
  type WordPairComparison,
  type WordPairComparisonOptions,
} from "./compare-word-pairs.js";
export { computeAccuracyText } from "./compute-accuracy-text.js";
export { pearson, spearman } from "./correlation.js";
export { type AnalogyEvaluationOptions, evaluateAnalogies } from "./evaluate-analogies.js";
export { type BatsEvaluationOptions, evaluateBats } from "./evaluate-bats.js";
export {
  evaluateWordPairs,
  type WordPairEvaluation,
  type WordPairEvaluationOptions,
  type WordPairOptions,
} from "./evaluate-word-pairs.js";
export type { ParseOptions } from "./file-error.js";
export type { ProtocolOptions } from "./folded-rows.js";
export type { PairColumnNames } from "./pair-columns.js";
export {
  type AnalogyKind,
  type AnalogyParseOptions,
  type AnalogyQuestion,
  type AnalogySection,
  parseAnalogies,
} from "./parse-analogies.js";
export { type BatsCategory, type BatsPair, parseBatsCategory } from "./parse-bats-category.js";
export { parseMsrAnalogies } from "./parse-msr-analogies.js";
export { parseWordPairs, type WordPair, type WordPairParseOptions } from "./parse-word-pairs.js";
export type { ResampledUnit } from "./resample-questions.js";
export type {
  AnalogyAnswer,
  AnalogyBootstrap,
  AnalogyEvaluation,
  AnalogyScore,
  AnalogyScoreOptions,
} from "./score-analogies.js";
