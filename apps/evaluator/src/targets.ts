import type { NumberType, VectorsFormat } from "@wordloom/vectors";

/** The formats of vectors files. */
export const FORMATS: readonly VectorsFormat[] = ["binary", "text", "glove", "npy", "safetensors", "tsv"];

/** Where vectors can go: a file of a format, or a folder in Model2Vec's layout. */
export type Target = VectorsFormat | "model2vec";

export const TARGETS: readonly Target[] = [...FORMATS, "model2vec"];

/** How numbers are written. */
export type Numbers = NumberType | "int8";

export const NUMBERS: readonly Numbers[] = ["f32", "f16", "bf16", "int8"];
