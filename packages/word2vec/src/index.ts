export type { LossPoint } from "./loss-curve.js";
export { type MeanLossOptions, meanLoss } from "./mean-loss.js";
export type { Word2vecOptions } from "./options.js";
export type { Word2vecEpoch, Word2vecProgress } from "./progress.js";
export type { Word2vecResult } from "./result.js";
export { usefulThreads } from "./slices.js";
export type { Tables } from "./tables.js";
export { train } from "./train.js";
export type { TrainingNote } from "./training-note.js";
