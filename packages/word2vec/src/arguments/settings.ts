import type { Word2vecOptions } from "../options.js";

/** Options with nothing left open, as far as they determine the numbers. */
export type Settings = Required<Omit<Word2vecOptions, Watching>>;

/** What leaves the numbers as they are. */
type Watching = "inPlace" | "signal" | "onNote" | "onProgress" | "onEpoch" | "onDivergence";
