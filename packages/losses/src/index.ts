export { type HierarchicalSoftmaxInput, hierarchicalSoftmax } from "./hierarchical-softmax.js";
export { type HuffmanCode, huffmanCode } from "./huffman-code.js";
export type { Loss, LossValue } from "./loss.js";
export { type NegativeSamplingInput, negativeSamplingLoss } from "./negative-sampling-loss.js";
export { sampledNegativeSamplingLoss } from "./sampled-negative-sampling-loss.js";
export { sigmoidWithLoss } from "./sigmoid-with-loss.js";
export { softmaxWithLoss } from "./softmax-with-loss.js";
