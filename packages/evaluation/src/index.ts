export type { AnalogyProtocol } from "./answer/analogy-protocol.js";
export type { AnalogyOptions } from "./answer/answer-analogies.js";
export type { BatsMethod, BatsOptions } from "./answer/answer-bats.js";
export { type BookEvaluation, type BookEvaluationOptions, bookEvaluation } from "./answer/book-evaluation.js";
export type { ProtocolOptions } from "./answer/folded-rows.js";
export { type AnalogyFormat, type AnalogyFormats, analogyFormat } from "./parse/analogy-format.js";
export type { PairColumnNames } from "./parse/pairs/pair-columns.js";
export { parseWordPairs, type WordPair, type WordPairParseOptions } from "./parse/pairs/parse-word-pairs.js";
export {
  type AnalogyKind,
  type AnalogyParseOptions,
  type AnalogyQuestion,
  type AnalogySection,
  parseAnalogies,
} from "./parse/parse-analogies.js";
export { type BatsCategory, type BatsPair, parseBatsCategory } from "./parse/parse-bats-category.js";
export { parseMsrAnalogies } from "./parse/parse-msr-analogies.js";
export type { ParseOptions } from "./parse/parse-options.js";
export type { AnalogyParts } from "./score/analogy-parts.js";
export {
  type AnalogyComparison,
  type AnalogyComparisonOptions,
  type AnalogyDifference,
  type BatsComparisonOptions,
  compareAnalogies,
  compareBats,
} from "./score/compare-analogies.js";
export {
  type CorrelationDifference,
  compareWordPairs,
  type WordPairComparison,
  type WordPairComparisonOptions,
} from "./score/compare-word-pairs.js";
export { computeAccuracyText } from "./score/compute-accuracy-text.js";
export { type AnalogyEvaluationOptions, evaluateAnalogies } from "./score/evaluate-analogies.js";
export { type BatsEvaluationOptions, evaluateBats } from "./score/evaluate-bats.js";
export {
  evaluateWordPairs,
  type WordPairEvaluation,
  type WordPairEvaluationOptions,
  type WordPairOptions,
} from "./score/evaluate-word-pairs.js";
export type {
  AnalogyAnswer,
  AnalogyBootstrap,
  AnalogyEvaluation,
  AnalogyScore,
  AnalogyScoreOptions,
} from "./score/score-analogies.js";
export type { Bootstrap, BootstrapOptions, Interval } from "./statistics/bootstrap.js";
export { pearson, spearman } from "./statistics/correlation.js";
export type { ResampledUnit } from "./statistics/resample-questions.js";
