export type { Batch, SampledBatch } from "./batch.js";
export { cbow } from "./cbow.js";
export { hierarchicalCbow } from "./hierarchical-cbow.js";
export type { Model } from "./model.js";
export { oneHotCbow } from "./one-hot-cbow.js";
export { skipGram } from "./skip-gram.js";
