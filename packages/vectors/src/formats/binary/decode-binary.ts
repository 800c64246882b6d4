import { fileError } from "@wordloom/arguments";
import type { Bytes } from "@wordloom/bytes";
import { givenBytes } from "../../arguments/given-bytes.js";
import { cutOff } from "../../messages/cut-off.js";
import {
  type ByteWindow,
  finished,
  more,
  position,
  type Reading,
  warrantedRows,
  wholeWindow,
} from "../../reading/byte-window.js";
import { checkReadingOptions, decodeOptionNames } from "../../reading/check-reading-options.js";
import { type DecodeOptions, type FormatOptions, formatOptions } from "../../reading/decode-options.js";
import { floatTable, readInPlace } from "../../tables/float-table.js";
import { commitBatch, finishedVectors, partialVectors } from "../../tables/partial-vectors.js";
import type { WordVectors } from "../../vectors/word-vectors.js";
import { word2vecHeader } from "../word2vec/word2vec-header.js";
import { ADVICE, ambiguityError, FEW, fewNumbersNote, noteAmbiguities } from "./ambiguity.js";
import type { BinaryFile } from "./binary-file.js";
import { checkEnd, isFirstRowProven } from "./check-end.js";
import { AFTER_ROWS, ANYWHERE, UNKNOWN } from "./find-row.js";
import { hasNewlineFirst } from "./newlines.js";
import type { Suspect } from "./phrase-verdict.js";
import { readBatch } from "./read-batch.js";
import { readByKernel } from "./read-by-kernel.js";
import { rowErrors } from "./row-errors.js";

const SPACE = 0x20;

/**
 * Reads word vectors from the bytes of a word2vec binary file: `V D\n`, then for each word its bytes, a space, and `D`
 * little-endian f32 numbers, followed by a newline (word2vec.c) or by none (gensim).
 *
 * Numbers keep their bits and words their bytes; bytes that are not UTF-8 become lone surrogates.
 * `docs/binary-files.md` says what proves a file sound.
 *
 * @throws Error if the file is malformed, cut off or too long; if a word comes twice; if a number is NaN or infinite;
 * if newlines stand behind some rows but not behind others; if a row reads better as a word with a space in it. The
 * message has the row and the byte
 * @throws TypeError if `bytes` are not in memory, or an option does not exist
 * @see https://github.com/tmikolov/word2vec, `word2vec.c`, the end of `TrainModel`
 *
 * @example
 * decodeBinary(bytes, { limit: 100_000 }).words.length // 100000
 */
export function decodeBinary(bytes: Bytes, options: DecodeOptions = {}): WordVectors {
  checkReadingOptions("decodeBinary", options, decodeOptionNames);
  return finished(binaryReading(wholeWindow(givenBytes("decodeBinary", bytes)), formatOptions(options)));
}

export function* binaryReading(
  window: ByteWindow,
  { source, limit, duplicates, unproven, onNote }: FormatOptions,
): Reading<WordVectors> {
  const fault = fileError("decodeBinary", source);
  const { V, D } = yield* word2vecHeader(window, fault);
  const wanted = Math.min(V, limit);
  const least = position(window) + wanted * (2 + 4 * D);
  const table = floatTable(D, wanted, warrantedRows(window, wanted, 2 + 4 * D), fault);
  yield* readInPlace(window, table);
  const partial = partialVectors(table, SPACE);
  const suspects: Suspect[] = [];
  const isStrict = unproven === "refuse";
  const error = (message: string, row: number = wanted): Error => {
    const before = suspects.filter((suspect) => suspect.row <= row);
    return (isStrict && ambiguityError(before, partial, fault)) || fault(message);
  };
  const newlines = isStrict ? UNKNOWN : ANYWHERE;
  const file: BinaryFile = { window, partial, V, wanted, read: 0, newlines, isClosed: false, suspects, error };
  const errors = rowErrors(error);
  const isNewlineFirst = isStrict && (yield* hasNewlineFirst(file));
  while (file.read < wanted) {
    const before = file.read;
    // The first row tells where the newlines are; the last before a limit is not followed by one that would prove it.
    const left = wanted - before - (wanted < V ? 1 : 0);
    const count = before === 0 || left === 0 ? 0 : readByKernel(window, partial, left, file.newlines, fault);
    if (count > 0) {
      file.read += count;
      file.isClosed = file.newlines === AFTER_ROWS;
      commitBatch(partial, duplicates, { duplicate: errors.duplicate });
      continue;
    }
    const message = readBatch(file);
    commitBatch(partial, duplicates, errors);
    if (message !== undefined) throw error(message);
    if (file.read === before && !(yield* more(window))) {
      const end =
        window.size !== undefined && window.size < least
          ? `the header promises a table of ${V} × ${D} numbers, at least ${least} bytes; the file has ${window.size}`
          : `the file ends inside row ${before} of ${V}, which starts at byte ${position(window)}`;
      throw error(`${end}; ${cutOff(before)}`);
    }
  }
  if (yield* isFirstRowProven(file)) suspects.shift();
  if (isNewlineFirst && (wanted < V || V === 1 || file.newlines !== AFTER_ROWS || file.isClosed)) {
    throw error(`row 0 begins with a newline, and not each row does; does its word begin with one? ${ADVICE}`);
  }
  if (wanted === V) yield* checkEnd(file, limit === V, isNewlineFirst, onNote);
  noteAmbiguities(suspects, partial, isStrict, fault, onNote);
  if (isStrict && D <= FEW && file.newlines !== AFTER_ROWS) onNote?.(fewNumbersNote(D));
  return finishedVectors(partial, onNote);
}
