export { type AnswersTextOptions, answersText } from "./answers-text.js";
export { type BookEvaluation, type BookEvaluationOptions, bookEvaluation } from "./book-evaluation.js";
export { pearson, spearman } from "./correlation.js";
export {
  type AnalogyEvaluation,
  type AnalogyScore,
  type AnalogySectionScore,
  evaluateAnalogies,
} from "./evaluate-analogies.js";
export { evaluateWordPairs, type WordPairEvaluation } from "./evaluate-word-pairs.js";
export type { ParseOptions } from "./file-error.js";
export type { ProtocolOptions } from "./folded-rows.js";
export { type AnalogyQuestion, type AnalogySection, parseAnalogies } from "./parse-analogies.js";
export { parseWordPairs, type WordPair } from "./parse-word-pairs.js";
export { analogyScoresText, wordPairScoresText } from "./scores-text.js";
