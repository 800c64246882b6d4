import { fork, integer, normals, randomFromSeed } from "@wordloom/random";
import { type WordVectors, wordVectors } from "@wordloom/vectors";
import type { TableSize } from "./table-size.ts";

/** Rows about each centre, on average. */
const ROWS_OF_A_CENTRE = 100;
/** Numbers of the size that trained vectors have. */
const likeTrained = { std: 0.3 };

/**
 * Makes words and normal numbers from a seed. `noise` has no near neighbours, which is the worst case for a search. In
 * `clusters` rows are as far from their centre as the centres are from the origin.
 */
export function madeVectors({ V, D }: TableSize, kind: "clusters" | "noise"): WordVectors {
  const random = fork(randomFromSeed(1), V * D);
  const words = Array.from({ length: V }, (_, row) => madeWord(row));
  if (kind === "noise") return wordVectors(words, normals(random, new Float32Array(V * D), likeTrained));
  const count = Math.ceil(V / ROWS_OF_A_CENTRE);
  const centres = normals(fork(random, 1), new Float32Array(count * D), likeTrained);
  const data = normals(random, new Float32Array(V * D), likeTrained);
  const choices = fork(random, 2);
  for (let row = 0; row < V; row++) {
    const centre = integer(choices, count) * D;
    for (let d = 0; d < D; d++) data[row * D + d] += centres[centre + d];
  }
  return wordVectors(words, data);
}

/** `aab`, `aac` …: four letters and more, the frequent words shorter, as in a text. */
function madeWord(row: number): string {
  let word = "";
  for (let rest = row + 26 ** 3; rest > 0; rest = Math.floor(rest / 26)) {
    word = String.fromCharCode(0x61 + (rest % 26)) + word;
  }
  return word;
}
