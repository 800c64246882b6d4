import { type NumberType, type VectorsFormat, vectorsFormats } from "@wordloom/vectors";

/** The formats of vectors files. */
export const FORMATS: readonly VectorsFormat[] = vectorsFormats.map(({ name }) => name);

/** Where vectors can go: a file of a format, or a folder in Model2Vec's layout. */
export type Target = VectorsFormat | "model2vec";

export const TARGETS: readonly Target[] = [...FORMATS, "model2vec"];

/** Those whose words, or more, are in files of their own. */
export const TARGETS_OF_SEVERAL_FILES: readonly Target[] = [
  ...vectorsFormats.filter(({ wordsIn }) => wordsIn === "list" || wordsIn === "metadata").map(({ name }) => name),
  "model2vec",
];

/** How numbers are written. */
export type Numbers = NumberType | "int8";

export const NUMBERS: readonly Numbers[] = ["f32", "f16", "bf16", "int8"];
