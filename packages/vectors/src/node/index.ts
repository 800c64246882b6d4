export { formatOfPath } from "./format-of-path.js";
export { type ReadVectorsOptions, readVectors } from "./read-vectors.js";
export { type NewFile, replaceFiles } from "./replace-files.js";
export { usualVectorsFiles } from "./usual-vectors-files.js";
export { type WriteVectorsOptions, type WrittenVectors, writeVectors } from "./write-vectors.js";
