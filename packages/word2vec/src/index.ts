export { type LaneSettings, laneDefaults } from "./arguments/lane-defaults.js";
export type { LossPoint } from "./loop/loss-point.js";
export type { Word2vecEpoch, Word2vecProgress } from "./loop/progress.js";
export { type MeanLossOptions, meanLoss } from "./mean-loss.js";
export type { Tables } from "./memory/tables.js";
export type { Word2vecOptions } from "./options.js";
export type { Word2vecResult } from "./result.js";
export type { TrainingNote } from "./threads/training-note.js";
export { train } from "./train.js";
