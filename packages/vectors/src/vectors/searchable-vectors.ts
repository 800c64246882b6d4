import type { Int8Vectors } from "../quantized/int8-vectors.js";
import type { WordVectors } from "./word-vectors.js";

/** What can be asked for neighbours. */
export type SearchableVectors = WordVectors | Int8Vectors;
