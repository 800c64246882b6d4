import { binary } from "./binary/binary.js";
import type { Format, FormatFacts, VectorsFormat } from "./format.js";
import { glove } from "./glove/glove.js";
import { npy } from "./npy/npy.js";
import { safetensors } from "./safetensors/safetensors.js";
import { text } from "./text/text.js";
import { tsv } from "./tsv/tsv.js";

/**
 * The formats. From this list come detection, the choices of options, the endings of paths and the help of programs; of
 * each, `readers.ts` has the reader and `writers.ts` the writer, so that a program that only reads or only writes is
 * bundled without the other half.
 */
export const formats: readonly Format[] = [binary, text, glove, npy, safetensors, tsv];

/**
 * The formats that are read and written, with the endings of their file names.
 *
 * @example
 * vectorsFormats.map(({ name }) => name) // ["binary", "text", "glove", "npy", "safetensors", "tsv"]
 */
export const vectorsFormats: readonly FormatFacts[] = /* @__PURE__ */ formats.map(({ name, endings, wordsIn }) => ({
  name,
  endings,
  wordsIn,
}));

/** The format with a name. */
export function formatNamed(name: VectorsFormat): Format {
  const format = formats.find((each) => each.name === name);
  if (format === undefined) throw new RangeError(`formatNamed: there is no format ${JSON.stringify(name)}`);
  return format;
}
