import type { Bytes } from "./byte-source.js";
import { type ByteWindow, finished, type Reading, wholeWindow } from "./byte-window.js";
import { binaryReading } from "./decode-binary.js";
import { gloveReading } from "./decode-glove.js";
import { npyReading } from "./decode-npy.js";
import { type SafetensorsOptions, safetensorsReading } from "./decode-safetensors.js";
import { textReading } from "./decode-text.js";
import { tsvReading } from "./decode-tsv.js";
import { detectedFormat, type VectorsFormat } from "./detect-format.js";
import { givenBytes } from "./given-bytes.js";
import type { WordList } from "./word-list.js";
import type { WordVectors } from "./word-vectors.js";

export interface ReadingOptions extends SafetensorsOptions {
  /** Found out from the content unless told. */
  readonly format?: VectorsFormat;
}

export interface DecodeVectorsOptions extends ReadingOptions {
  /** The words of a file that holds none: `.npy`, the projector's, and safetensors written elsewhere. */
  readonly list?: WordList;
}

const readings: Record<VectorsFormat, (window: ByteWindow, options: ReadingOptions) => Reading<WordVectors>> = {
  binary: binaryReading,
  glove: gloveReading,
  npy: npyReading,
  safetensors: safetensorsReading,
  text: textReading,
  tsv: tsvReading,
};

/**
 * Word vectors from the bytes of a file, whatever its format. A file with numbers alone takes its words from a list.
 *
 * @throws Error for a file of no known format, or one that is not as its format wants it, with the place
 *
 * @example
 * decodeVectors(npy, { list: decodeWordList(vocabulary) })
 */
export function decodeVectors(bytes: Bytes, { list, ...options }: DecodeVectorsOptions = {}): WordVectors {
  return finished(vectorsReading(wholeWindow(givenBytes("decodeVectors", bytes)), options), list);
}

export function* vectorsReading(window: ByteWindow, options: ReadingOptions): Reading<WordVectors> {
  const format = options.format ?? (yield* detectedFormat(window, options.source));
  return yield* readings[format](window, options);
}
