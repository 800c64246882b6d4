export { type ReadVectorsOptions, readVectors } from "./read-vectors.js";
export { type WriteVectorsOptions, writeVectors } from "./write-vectors.js";
