import type { Int8Vectors } from "../quantized/int8-vectors.js";
import type { WordVectors } from "./word-vectors.js";

/** Vectors that queries take: of f32 numbers, or of one byte a number. */
export type SearchableVectors = WordVectors | Int8Vectors;
