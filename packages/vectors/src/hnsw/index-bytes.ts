import type { Bytes } from "@wordloom/bytes";
import { givenBytes } from "../arguments/given-bytes.js";
import { joined } from "../tables/joined.js";
import { toUtf8 } from "../words/text-coding.js";
import { graphFault } from "./graph-fault.js";
import type { ApproximateIndex } from "./index-data.js";

/** The first bytes of a file: what it is, in its first version. */
const MAGIC = "wordloom index 1\n";
const HEADER = ["size", "dimension", "M", "efConstruction", "seed", "entry", "checksum"] as const;

/**
 * Writes an index in bytes, to be kept in a file beside the vectors: a line that says what it is, seven little-endian
 * u32 numbers, then levels, a byte each, and links, four bytes each. {@link decodeIndex} reads them.
 *
 * @example
 * await writeFile("vectors.index", encodeIndex(approximateIndex(vectors)));
 */
export function encodeIndex(index: ApproximateIndex): Uint8Array<ArrayBuffer> {
  const header = new DataView(new ArrayBuffer(4 * HEADER.length));
  for (const [i, field] of HEADER.entries()) header.setUint32(4 * i, index[field], true);
  const { levels, links, upperLinks } = index;
  return joined([toUtf8(MAGIC), new Uint8Array(header.buffer), levels, littleEndian(links), littleEndian(upperLinks)]);
}

/**
 * Reads the index that {@link encodeIndex} wrote.
 *
 * @throws Error if the bytes are not those of an index, or the index is damaged
 * @throws TypeError if `file` is not bytes in memory
 *
 * @example
 * mostSimilar(vectors, "year", { index: decodeIndex(await readFile("vectors.index")) });
 */
export function decodeIndex(file: Bytes): ApproximateIndex {
  const bytes = givenBytes("decodeIndex", file);
  const start = MAGIC.length + 4 * HEADER.length;
  const magic = toUtf8(MAGIC);
  if (bytes.length < start || magic.some((byte, i) => bytes[i] !== byte)) {
    throw new Error("decodeIndex: these are not the bytes of an index");
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [size, dimension, M, efConstruction, seed, entry, checksum] = HEADER.map((_, i) =>
    view.getUint32(MAGIC.length + 4 * i, true),
  );
  const linksEnd = start + size + 4 * size * 2 * M;
  if (size === 0 || linksEnd > bytes.length) {
    throw new Error(
      `decodeIndex: ${bytes.length} bytes are too few for ${size} rows with ${2 * M} links; was the file cut short?`,
    );
  }
  const levels = bytes.slice(start, start + size);
  const lines = levels.reduce((sum, level) => sum + level, 0);
  if (bytes.length !== linksEnd + 4 * lines * M) {
    throw new Error(
      `decodeIndex: ${bytes.length} bytes; an index of ${size} rows has ${linksEnd + 4 * lines * M}; was the file cut short?`,
    );
  }
  const links = fromLittleEndian(view, start + size, size * 2 * M);
  const upperLinks = fromLittleEndian(view, linksEnd, lines * M);
  const index = { size, dimension, M, efConstruction, seed, entry, checksum, levels, links, upperLinks };
  const fault = graphFault(index);
  if (fault !== undefined) throw new Error(`decodeIndex: the index is damaged: ${fault}`);
  return index;
}

function littleEndian(numbers: Int32Array): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(4 * numbers.length));
  for (let i = 0; i < numbers.length; i++) view.setInt32(4 * i, numbers[i], true);
  return new Uint8Array(view.buffer);
}

function fromLittleEndian(view: DataView, start: number, count: number): Int32Array {
  const numbers = new Int32Array(count);
  for (let i = 0; i < count; i++) numbers[i] = view.getInt32(start + 4 * i, true);
  return numbers;
}
