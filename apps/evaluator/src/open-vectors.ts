import type { VectorsFormat, WordVectors } from "@wordloom/vectors";
import { readVectors } from "@wordloom/vectors/node";
import { refuseCounts } from "./refuse-counts.js";
import type { Reporter } from "./reporter.js";
import { vectorsPath } from "./vectors-path.js";

/** How vectors are read, as the command line says it. */
export interface Reading {
  /** By its content unless told otherwise. */
  readonly from?: VectorsFormat;
  /** The first so many rows; all unless told otherwise. */
  readonly limit?: number;
  /** The file with the words of one that has none. */
  readonly list?: string;
  /** Of a safetensors file. */
  readonly tensor?: string;
  /** Whether a word that comes again is passed over, not refused. */
  readonly skipDuplicates?: true;
}

export interface OpenedVectors {
  /** The file that was read. */
  readonly file: string;
  readonly vectors: WordVectors;
}

/** Reads the vectors that a path stands for, and says what they are. */
export async function openVectors(
  path: string,
  { report, status }: Reporter,
  { from, limit, list, tensor, skipDuplicates }: Reading = {},
): Promise<OpenedVectors> {
  const file = await vectorsPath(path);
  status(`reading ${file} …`);
  const vectors = await readVectors(file, {
    ...(from !== undefined && { format: from }),
    ...(limit !== undefined && { limit }),
    ...(list !== undefined && { list }),
    ...(tensor !== undefined && { tensor }),
    ...(skipDuplicates && { duplicates: "skip" }),
  }).finally(() => status(""));
  if (from === undefined) await refuseCounts(file, vectors);
  report(`${file}: ${sizeText(vectors)}`);
  return { file, vectors };
}

/** `10,000 words, 100 numbers each`. */
export function sizeText({ words, dimension }: WordVectors): string {
  return `${words.length.toLocaleString("en-US")} words, ${dimension} numbers each`;
}
