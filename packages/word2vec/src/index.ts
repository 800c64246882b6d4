export type { Word2vecOptions, Word2vecProgress } from "./options.js";
export { train, type Word2vecResult } from "./train.js";
