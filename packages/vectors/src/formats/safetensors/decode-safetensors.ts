import { fileError } from "@wordloom/arguments";
import { cutOff } from "../../messages/cut-off.js";
import type { OnNote } from "../../messages/reading-note.js";
import { atLeast, type ByteWindow, more, position, type Reading } from "../../reading/byte-window.js";
import type { FormatOptions } from "../../reading/decode-options.js";
import { denseNumbers } from "../../tables/dense-numbers.js";
import { neededList, vectorsOfTable } from "../../tables/vectors-of-table.js";
import { type NormedTable, writeNorms } from "../../vectors/row-norms.js";
import type { WordVectors } from "../../vectors/word-vectors.js";
import { isRecord, parsedJson } from "../../word-lists/json.js";
import { fittedWords, type WordsForTable } from "../../word-lists/table-words.js";
import { wordOfBytes } from "../../words/word-bytes.js";
import { gatherRows } from "./gather-rows.js";
import { integers } from "./integers.js";
import { metadataWords } from "./metadata-words.js";
import { chosenTensor, rowMapping, rowWeights } from "./tensor-entries.js";

/** The most that the library of the format accepts. */
export const LONGEST_HEADER = 100_000_000;

/**
 * A table in a safetensors file: the length of the header in eight bytes, the header in JSON, and numbers. Its words are
 * in the header's `__metadata__`, as a JSON list under `words`, or in another file. If beside `embeddings` there are
 * `weights`, one for each row, as in Model2Vec's files, rows are multiplied by them; if there is a `mapping`, it has the
 * row of each word, several of which may share one, and the weights are those of the words.
 *
 * @see https://github.com/huggingface/safetensors, "Format"
 */
export function* safetensorsReading(
  window: ByteWindow,
  { source, limit, duplicates, onNote, tensor, isListGiven }: FormatOptions,
): Reading<WordVectors> {
  const error = fileError("decodeVectors", source);
  const header = yield* jsonHeader(window, error);
  const table = chosenTensor(header, tensor, error);
  const mapping = rowMapping(header, table, error);
  const V = mapping?.V ?? table.V;
  const weights = rowWeights(header, table, V, error);
  const wanted = Math.min(V, limit);
  const parts = [
    // Any word may have any row of a table that is mapped.
    { ...table, rows: mapping === undefined ? wanted : table.V },
    ...(weights === undefined ? [] : [{ ...weights, rows: wanted }]),
    // All of it, whatever the limit: it is small, and a wrong one tells that the file is damaged.
    ...(mapping === undefined ? [] : [{ ...mapping, rows: V }]),
  ].sort((a, b) => a.start - b.start);
  const first = position(window);
  for (const { rows, V, D, size, start } of parts) {
    const end = first + start + rows * D * size;
    if (window.size !== undefined && window.size < end) {
      const there = window.size;
      const rowsOf = (part: { D: number; size: number; start: number }) =>
        Math.floor((there - first - part.start) / (part.D * part.size));
      // A mapping may name any row, and is read as a whole.
      const whole = mapping === undefined ? Math.min(...parts.map(rowsOf)) : 0;
      throw error(
        `the header promises ${V} × ${D} numbers in bytes ${first + start} to ${end}; the file has ${there}; ${cutOff(whole)}`,
      );
    }
  }
  const facts = { duplicates, onNote, error };
  const list = fittedWords((yield* listOf(header, isListGiven, facts))(V), V, facts);
  const numbers = new Map<string, NormedTable>();
  let places: Float64Array | undefined;
  for (const part of parts) {
    yield* skipTo(window, first + part.start, error);
    if (part.kind === "integers") {
      places = yield* integers(window, { type: part.type, count: V, error });
    } else {
      const form = { type: part.type, isLittleEndian: true };
      numbers.set(part.name, yield* denseNumbers(window, { form, rows: part.rows, D: part.D, error }));
    }
  }
  const whole = numbers.get(table.name) ?? { D: table.D, data: new Float32Array(0), norms: new Float64Array(0) };
  const rows = places === undefined ? whole : gatherRows(whole, places, wanted, error);
  const factors = weights && numbers.get(weights.name);
  if (factors !== undefined) multiplyRows(rows, factors.data, error);
  return vectorsOfTable(rows, list, facts);
}

/** The words in the header, unless there are none, or the caller has others. */
function* listOf(
  header: ReadonlyMap<string, unknown>,
  isListGiven: boolean,
  { onNote, error }: { readonly onNote: OnNote | undefined; readonly error: (message: string) => Error },
): Reading<WordsForTable> {
  const own = metadataWords(header.get("__metadata__"), error);
  if (own !== undefined && !isListGiven) return () => own;
  const list = yield* neededList("words", error);
  if (own !== undefined) {
    onNote?.({ kind: "own-words-unused", message: "the words in the file's metadata were passed over for the list" });
  }
  return list;
}

function* skipTo(window: ByteWindow, byte: number, error: (message: string) => Error): Reading<void> {
  if (position(window) > byte) throw error(`two of its tensors share byte ${byte}; is the file damaged?`);
  while (position(window) < byte) {
    window.at = Math.min(window.end, window.at + byte - position(window));
    if (position(window) < byte && !(yield* more(window))) throw error("the file ends before its numbers");
  }
}

function multiplyRows({ data, D, norms }: NormedTable, factors: Float32Array, error: (message: string) => Error): void {
  for (let i = 0; i < data.length; i++) {
    const row = Math.floor(i / D);
    data[i] *= factors[row];
    if (!Number.isFinite(data[i])) {
      throw error(`number ${i % D} of row ${row} times its weight, ${factors[row]}, is ${data[i]} as f32`);
    }
  }
  writeNorms({ D, data, norms }, 0, norms.length);
}

function* jsonHeader(window: ByteWindow, error: (message: string) => Error): Reading<Map<string, unknown>> {
  if (!(yield* atLeast(window, 8))) throw error("the file ends inside the length of its header; was it cut off?");
  const view = new DataView(window.bytes.buffer, window.bytes.byteOffset + window.at, 8);
  const length = view.getUint32(0, true) + view.getUint32(4, true) * 2 ** 32;
  if (length > LONGEST_HEADER) throw error(`the header is to be ${length} bytes long, the most is ${LONGEST_HEADER}`);
  if (!(yield* atLeast(window, 8 + length))) {
    throw error(`the file ends inside its header of ${length} bytes; was it cut off?`);
  }
  const start = window.at + 8;
  window.at = start + length;
  const header = parsedJson(wordOfBytes(window.bytes.subarray(start, start + length)));
  if (!isRecord(header)) throw error("its header is not an object in JSON; is the file damaged?");
  return new Map(Object.entries(header));
}
