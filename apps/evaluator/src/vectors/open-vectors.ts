import { whole } from "@wordloom/terminal";
import type { ReadingNote, VectorsFormat, WordVectors } from "@wordloom/vectors";
import { readVectors } from "@wordloom/vectors/node";
import type { Reporter } from "../run/reporter.js";
import { inFlags } from "../settings/in-flags.js";
import { noVectorsError } from "./no-vectors-error.js";
import { vectorsPath } from "./vectors-path.js";

/** How vectors are read, as the command line says it. */
export interface Reading {
  /** By its content unless told otherwise. */
  readonly from?: VectorsFormat;
  /** The first so many rows; all unless told otherwise. */
  readonly limit?: number;
  /** The file with the words of one that has none. */
  readonly list?: string;
  /** Whether line 1 of that has the names of its columns; found out unless told. */
  readonly listHeader?: boolean;
  /** Its column with the words, the first being 1, or `"line"` for whole lines; found out unless told. */
  readonly listColumn?: number | "line";
  /** Of a safetensors file. */
  readonly tensor?: string;
  /** Whether a word that comes again is passed over, not refused. */
  readonly skipDuplicates?: true;
  /** Whether a binary file is read that does not prove itself sound. */
  readonly trust?: true;
}

export interface OpenedVectors {
  /** The file that was read. */
  readonly file: string;
  readonly vectors: WordVectors;
  /** What the reader decided or left out. */
  readonly notes: readonly ReadingNote[];
}

/** Reads the vectors that a path stands for, and says what they are. */
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

/** `10,000 words, 100 numbers each`. */
export function sizeText({ words, dimension }: WordVectors): string {
  return `${whole(words.length)} words, ${dimension} numbers each`;
}
