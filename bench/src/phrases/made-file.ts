import { choice, fork, integer, type Random, randomFromSeed, uniform } from "@wordloom/random";
import { distributions, madeRow } from "./made-numbers.ts";
import { madePhrase, madeWord, type Script, scripts } from "./made-words.ts";

/** A binary file, and what is in it. */
export interface MadeFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly words: readonly Buffer[];
  readonly rows: readonly Float32Array<ArrayBuffer>[];
  readonly D: number;
  /** Whether a newline follows each row, as word2vec.c has it. */
  readonly hasNewlines: boolean;
  /** Rows whose words a binary file cannot hold. */
  readonly phrases: readonly number[];
}

const vocabularies = [1, 2, 2, 3, 5, 10, 20, 50, 100, 300, 1000, 2000];
const dimensions = [1, 2, 3, 4, 5, 8, 10, 16, 25, 50, 100, 200, 300];
/** In a file, so that ten thousand of them take minutes. */
const MOST_NUMBERS = 50_000;

/** The file of a number: of any size, of words of any script and numbers of any kind, with phrases or without. */
export function madeFile(seed: number, hasPhrases: boolean): MadeFile {
  const random = fork(randomFromSeed(seed), hasPhrases ? 1 : 0);
  const D = choice(random, dimensions);
  const V = Math.min(choice(random, vocabularies), Math.max(2, Math.floor(MOST_NUMBERS / D)));
  const hasNewlines = uniform(random) < 0.4;
  const distribution = choice(random, distributions);
  const script = choice(random, scripts);
  // Some files have rows of zeros, some rows a hundred times as long as the others.
  const zeros = uniform(random) < 0.15 ? 0.2 * uniform(random) : 0;
  const long = uniform(random) < 0.15 ? 0.01 : 0;
  const words = differentWords(random, V, script);
  const phrases = hasPhrases ? places(random, V) : [];
  for (const row of phrases) words[row] = madePhrase(random, words[row], script);
  const rows = words.map(() => {
    const row = madeRow(random, D, distribution);
    if (uniform(random) < zeros) return row.fill(0);
    return uniform(random) < long ? row.map((number) => 100 * number) : row;
  });
  const parts = words.flatMap((word, row) => [
    ...[word, Buffer.from(" "), new Uint8Array(rows[row].buffer)],
    ...(hasNewlines ? [Buffer.from("\n")] : []),
  ]);
  const bytes = new Uint8Array(Buffer.concat([Buffer.from(`${V} ${D}\n`), ...parts]));
  return { bytes, words, rows, D, hasNewlines, phrases };
}

function differentWords(random: Random, count: number, script: Script): Buffer[] {
  const words = new Map<string, Buffer>();
  while (words.size < count) {
    let word = madeWord(random, script);
    while (words.has(word.toString("latin1"))) word = Buffer.concat([word, madeWord(random, script)]);
    words.set(word.toString("latin1"), word);
  }
  return [...words.values()];
}

/** Which rows are phrases: one, the first, the last, few, many or all. */
function places(random: Random, V: number): number[] {
  const some = (share: number) => Array.from({ length: V }, (_, row) => row).filter(() => uniform(random) < share);
  const one = [integer(random, V)];
  const found = [one, one, [0], [V - 1], some(0.05), some(0.4), some(1)][integer(random, 7)];
  return found.length === 0 ? one : found;
}
