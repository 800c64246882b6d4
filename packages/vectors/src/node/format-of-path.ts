import { requireArgument } from "@wordloom/arguments";
import type { VectorsFormat } from "../formats/format.js";
import { formats } from "../formats/formats.js";

/** Of files that are packed in another way than with gzip. */
const PACKED = /\.(7z|br|bz2|lz4|lzma|rar|tar|tar\.gz|tbz2|tgz|txz|xz|z|zip|zst|zstd)$/i;

/**
 * Finds the format in which vectors are written to a path: `given`, or what the ending of the path says, before a `.gz`
 * if there is one, in capitals or not.
 *
 * @param howToSay - what would choose a format, for the message
 * @throws RangeError if the ending says no format, since whoever opens the file by it would be misled; if it says a
 * packing other than gzip
 * @throws TypeError if `path` is not a string
 *
 * @example
 * formatOfPath("vectors.VEC.gz") // "text"
 */
export function formatOfPath(
  path: string,
  given?: VectorsFormat,
  howToSay: string = 'give the format, as { format: "binary" }',
): VectorsFormat {
  requireArgument("formatOfPath", typeof path === "string", "the path is", path, "it is a string");
  const [, packing] = PACKED.exec(path) ?? [];
  if (packing !== undefined) {
    throw new RangeError(`formatOfPath: ${path} ends in .${packing}, and of packings only gzip is written, .gz`);
  }
  const [, ending] = /\.([^./\\]+?)(?:\.gz)?$/i.exec(path) ?? [];
  const format = given ?? formatOfEnding(ending?.toLowerCase());
  if (format !== undefined) return format;
  const known = formats
    .flatMap(({ endings }) => endings)
    .sort()
    .map((each) => `.${each}`)
    .join(", ");
  throw new RangeError(
    `formatOfPath: the name ${path} does not say the format, as ${known} at its end would; rename it, or ${howToSay}`,
  );
}

function formatOfEnding(ending: string | undefined): VectorsFormat | undefined {
  return formats.find(({ endings }) => ending !== undefined && endings.includes(ending))?.name;
}
