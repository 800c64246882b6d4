export { affine } from "./affine.js";
export { chain } from "./chain.js";
export { embedding } from "./embedding.js";
export { embeddingDot, type HiddenAndIds } from "./embedding-dot.js";
export type { Forward, Layer } from "./layer.js";
export { matmul } from "./matmul.js";
export { meanEmbedding } from "./mean-embedding.js";
export { logistic, sigmoid } from "./sigmoid.js";
