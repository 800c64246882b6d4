import { type NumberType, type VectorsFormat, vectorsFormats } from "@wordloom/vectors";

/** The names of the formats of vectors files. */
export const FORMATS: readonly VectorsFormat[] = vectorsFormats.map(({ name }) => name);

/** What `convert` can write: a file of a format, or a folder in Model2Vec's layout. */
export type Target = VectorsFormat | "model2vec";

/** All that `convert` can write. */
export const TARGETS: readonly Target[] = [...FORMATS, "model2vec"];

/** The targets that write more than one file. */
export const TARGETS_OF_SEVERAL_FILES: readonly Target[] = [
  ...vectorsFormats.filter(({ wordsIn }) => wordsIn === "list" || wordsIn === "metadata").map(({ name }) => name),
  "model2vec",
];

/** A type in which numbers are written. */
export type Numbers = NumberType | "int8";

/** The types in which numbers can be written. */
export const NUMBERS: readonly Numbers[] = ["f32", "f16", "bf16", "int8"];
