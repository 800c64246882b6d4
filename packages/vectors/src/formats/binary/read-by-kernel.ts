import { reserve as reserveBytes, type StructView, structView } from "@wordloom/wasm";
import { binaryRowsLayout } from "../../kernels.wasm.js";
import type { ByteWindow } from "../../reading/byte-window.js";
import { reserve } from "../../tables/float-table.js";
import { isLittleEndian } from "../../tables/is-little-endian.js";
import { addWords, nextRow, type PartialVectors } from "../../tables/partial-vectors.js";
import { kernelPlan, kernelsOn, type VectorKernels } from "../../wasm/kernels.js";

/** Bytes and rows that the kernel is given at a time: so few that both sides find them in the nearer caches. */
const BYTES = 1 << 19;
const ROWS = 1 << 12;
/** Bytes of a row's word and what is beside it, more than most have. */
const WORD_BYTES = 16;
/** Bytes for which the kernel is compiled. */
const WORTH_IT = 1 << 16;

/** Where the kernel reads and writes. */
interface BinaryMemory extends VectorKernels {
  /** Of the fields, and of the bytes of the file. */
  readonly address: number;
  readonly start: number;
  readonly fields: StructView<keyof typeof binaryRowsLayout.fields>;
  readonly bytes: Uint8Array;
  readonly hashes: Int32Array;
  readonly otherRows: Int32Array;
  readonly places: Float64Array;
  readonly norms: Float64Array;
}

/** Made when it is needed; null where it can't be. */
let memory: BinaryMemory | null | undefined;

/**
 * Reads the next rows of a word2vec binary file into a table, by a kernel that is fast from its first call, as most of the
 * time of reading a file of usual size would go into code that is not compiled yet.
 *
 * @param newlines - where they are: `src/formats/binary/find-row.ts`
 * @returns how many; none where the next row is for a reader that does without: not in the window as a whole, faulty, too
 * long for the kernel, or one that may be a phrase
 */
export function readByKernel(
  window: ByteWindow,
  partial: PartialVectors,
  most: number,
  newlines: number,
  error: (message: string) => Error,
): number {
  const { table } = partial;
  const { D } = table;
  const { at, offset } = window;
  const length = Math.min(window.end - at, BYTES, (ROWS / 2) * (4 * D + WORD_BYTES));
  if (length < 4 * D || !isLittleEndian) return 0;
  if (memory === undefined && length >= WORTH_IT) memory = binaryMemory() ?? null;
  if (!memory) return 0;
  const { kernels, address, start, fields, bytes, places, hashes } = memory;
  bytes.set(window.bytes.subarray(at, at + length), start);
  const count = kernels.binaryRows(address, start, start + length, offset + at, D, Math.min(most, ROWS), newlines);
  if (count === 0) return 0;
  const first = nextRow(partial);
  reserve(table, first + count - 1, 2 * (first + count), error);
  table.bytes.set(bytes.subarray(start, start + 4 * D * count), 4 * D * first);
  table.norms.set(memory.norms.subarray(0, count), first);
  const unhashed = memory.otherRows.subarray(0, fields.read("others"));
  addWords(partial, {
    bytes: bytes.subarray(fields.read("words"), fields.read("wordsEnd")),
    count,
    places,
    hashes,
    unhashed,
  });
  window.at += fields.read("bytesEnd") - start;
  if (window.bytes.buffer === table.data.buffer) window.kept = nextRow(partial) * D * 4;
  return count;
}

function binaryMemory(): BinaryMemory | undefined {
  const plan = kernelPlan();
  const address = reserveBytes(plan, binaryRowsLayout.bytes);
  const start = reserveBytes(plan, BYTES);
  const places = {
    words: reserveBytes(plan, BYTES),
    hashes: reserveBytes(plan, 4 * ROWS),
    otherRows: reserveBytes(plan, 4 * ROWS),
    places: reserveBytes(plan, 8 * ROWS),
    norms: reserveBytes(plan, 8 * ROWS),
  };
  const memory = kernelsOn(plan.size);
  if (memory === undefined) return undefined;
  const { kernels, buffer } = memory;
  const fields = structView(binaryRowsLayout, buffer, address);
  fields.write(places);
  return {
    kernels,
    buffer,
    address,
    start,
    fields,
    bytes: new Uint8Array(buffer),
    hashes: new Int32Array(buffer, places.hashes, ROWS),
    otherRows: new Int32Array(buffer, places.otherRows, ROWS),
    places: new Float64Array(buffer, places.places, ROWS),
    norms: new Float64Array(buffer, places.norms, ROWS),
  };
}
