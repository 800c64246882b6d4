import type { WordVectors } from "@wordloom/vectors";
import { readVectors } from "@wordloom/vectors/node";
import type { Reporter } from "./reporter.js";
import { vectorsPath } from "./vectors-path.js";

export interface OpenedVectors {
  /** The file that was read. */
  readonly file: string;
  readonly vectors: WordVectors;
}

/** Reads the vectors that a path stands for, and says what they are. */
export async function openVectors(path: string, { report, status }: Reporter): Promise<OpenedVectors> {
  const file = await vectorsPath(path);
  status(`reading ${file} …`);
  const vectors = await readVectors(file).finally(() => status(""));
  report(`${file}: ${sizeText(vectors)}`);
  return { file, vectors };
}

/** `10,000 words, 100 numbers each`. */
export function sizeText({ words, dimension }: WordVectors): string {
  return `${words.length.toLocaleString("en-US")} words, ${dimension} numbers each`;
}
