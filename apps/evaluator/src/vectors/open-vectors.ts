import { whole } from "@wordloom/terminal";
import type { ReadingNote, VectorsFormat, WordVectors } from "@wordloom/vectors";
import { readVectors } from "@wordloom/vectors/node";
import type { Reporter } from "../run/reporter.js";
import { inFlags } from "../settings/in-flags.js";
import { noVectorsError } from "./no-vectors-error.js";
import { vectorsPath } from "./vectors-path.js";

/** The options of the command line that say how vectors are read. */
export interface Reading {
  /** The format; by default the content shows it. */
  readonly from?: VectorsFormat;
  /** How many rows to read; by default all. */
  readonly limit?: number;
  /** The file with the words, if the vectors file has none. */
  readonly list?: string;
  /** Whether line 1 of the list has the names of columns; by default the content shows it. */
  readonly listHeader?: boolean;
  /** The column of the list with the words, from 1, or `"line"` for whole lines; by default the content shows it. */
  readonly listColumn?: number | "line";
  /** The tensor to read from a safetensors file. */
  readonly tensor?: string;
  /** Whether a word that comes again is skipped; otherwise the file is refused. */
  readonly skipDuplicates?: true;
  /** Whether to read a binary file that does not prove itself sound. */
  readonly trust?: true;
}

/** Vectors and where they are from. */
export interface OpenedVectors {
  /** The file that was read. */
  readonly file: string;
  readonly vectors: WordVectors;
  /** What the reader has decided or left out. */
  readonly notes: readonly ReadingNote[];
}

/**
 * Reads the vectors that a path stands for, and reports their size and the notes of the reader.
 *
 * @throws Error if they cannot be read
 */
export async function openVectors(
  path: string,
  { report, status }: Reporter,
  { from, limit, list, listHeader, listColumn, tensor, skipDuplicates, trust }: Reading = {},
): Promise<OpenedVectors> {
  const file = await vectorsPath(path);
  const notes: ReadingNote[] = [];
  status(`reading ${file} …`);
  const vectors = await readVectors(file, {
    ...(from !== undefined && { format: from }),
    ...(limit !== undefined && { limit }),
    ...(list !== undefined && { list }),
    ...(listHeader !== undefined && { listHeader }),
    ...(listColumn !== undefined && { listColumn }),
    ...(tensor !== undefined && { tensor }),
    onNote: (note) => notes.push({ ...note, message: inFlags(note.message) }),
    ...(skipDuplicates && { duplicates: "skip" }),
    ...(trust && { unproven: "accept" }),
  })
    .catch((error: Error) => {
      throw noVectorsError(file, error) ?? new Error(inFlags(error.message), { cause: error });
    })
    .finally(() => status(""));
  report(`${file}: ${sizeText(vectors)}`);
  for (const { message } of notes) report(`note: ${message}`);
  return { file, vectors, notes };
}

/** Writes `10,000 words, 100 numbers each`. */
export function sizeText({ words, dimension }: WordVectors): string {
  return `${whole(words.length)} words, ${dimension} numbers each`;
}
