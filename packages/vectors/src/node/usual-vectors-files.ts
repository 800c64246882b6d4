/** The usual names of a file of vectors in a folder, in the order in which to try them: those of a run, and that of a model. */
export const usualVectorsFiles: readonly string[] = [
  "vectors.bin",
  "vectors.txt",
  "vectors.safetensors",
  "vectors.npy",
  "model.safetensors",
];
