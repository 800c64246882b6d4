import { binaryReading } from "./binary/decode-binary.js";
import type { FormatReader, VectorsFormat } from "./format.js";
import { gloveReading } from "./glove/decode-glove.js";
import { npyReading } from "./npy/decode-npy.js";
import { safetensorsReading } from "./safetensors/decode-safetensors.js";
import { textReading } from "./text/decode-text.js";
import { tsvReading } from "./tsv/decode-tsv.js";

/** The reader of each format, by its name. */
export const readers: Readonly<Record<VectorsFormat, FormatReader>> = {
  binary: binaryReading,
  glove: gloveReading,
  npy: npyReading,
  safetensors: safetensorsReading,
  text: textReading,
  tsv: tsvReading,
};
