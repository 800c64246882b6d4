import { binaryChunks } from "./binary/encode-binary.js";
import type { FormatWriter, VectorsFormat } from "./format.js";
import { gloveChunks } from "./glove/encode-glove.js";
import { npyChunks } from "./npy/encode-npy.js";
import { safetensorsChunks } from "./safetensors/encode-safetensors.js";
import { textChunks } from "./text/encode-text.js";
import { tsvChunks } from "./tsv/encode-tsv.js";

/** The writer of each format, by its name. */
export const writers: Readonly<Record<VectorsFormat, FormatWriter>> = {
  binary: { hasNumberTypes: false, chunks: binaryChunks },
  glove: { hasNumberTypes: false, chunks: gloveChunks },
  npy: { hasNumberTypes: true, chunks: npyChunks },
  safetensors: { hasNumberTypes: true, chunks: safetensorsChunks },
  text: { hasNumberTypes: false, chunks: textChunks },
  tsv: { hasNumberTypes: false, chunks: tsvChunks },
};
