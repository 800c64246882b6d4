import { fork, integer, randomFromSeed } from "@wordloom/random";
import { decodeBinary, type ReadingNote, wordOfBytes } from "@wordloom/vectors";
import { type MadeFile, madeFile } from "./made-file.ts";

const outcomes = ["right", "refused", "refused by name", "wrong, noted", "wrong"] as const;

/** What a reader makes of a file: `"wrong"` is what it may never make of one, in silence. */
type Outcome = (typeof outcomes)[number];

/** Files of one kind, read in one way. */
export interface PhrasesRow {
  /** With phrases among the rows that are read, or without. */
  readonly files: "phrases" | "sound";
  readonly dialect: "word2vec.c" | "gensim";
  /** Whether all rows are read, or the first, of any number. */
  readonly isLimited: boolean;
  readonly counts: Record<Outcome, number>;
  /** How many of those that were read wrongly were told of by each kind of note. */
  readonly notes: Record<string, number>;
  /** Files that were read wrongly and have more than two numbers a row. */
  wrongOfMoreThanTwo: number;
}

export interface PhrasesResult {
  readonly benchmark: "phrases";
  readonly files: number;
  readonly seed: number;
  readonly rows: readonly PhrasesRow[];
  /** Seeds of files that were read wrongly in silence, or refused though sound. */
  readonly amiss: readonly number[];
}

/** Reads made-up files, half of them with words that a binary file cannot hold, in whole and their first rows. */
export function phrasesResult(files: number, seed: number, tell: (line: string) => void): PhrasesResult {
  const rows = new Map<string, PhrasesRow>();
  const amiss: number[] = [];
  for (let i = 0; i < files; i++) {
    for (const hasPhrases of [true, false]) {
      const file = madeFile(seed + i, hasPhrases);
      const V = file.words.length;
      const limit = 1 + integer(fork(randomFromSeed(seed + i), 2), V);
      for (const isLimited of [false, true]) {
        const isSound = !file.phrases.some((row) => row < (isLimited ? limit : V));
        const { outcome, notes } = outcomeOf(file, isLimited ? limit : undefined);
        const row = rowOf(rows, isSound, file.hasNewlines, isLimited);
        row.counts[outcome]++;
        if (outcome === "wrong" || (isSound && outcome !== "right")) amiss.push(seed + i);
        if (!outcome.startsWith("wrong")) continue;
        if (file.D > 2) row.wrongOfMoreThanTwo++;
        for (const { kind } of notes) row.notes[kind] = (row.notes[kind] ?? 0) + 1;
      }
    }
    if ((i + 1) % 1000 === 0) tell(`${i + 1} of ${files} files with phrases, and as many without`);
  }
  return { benchmark: "phrases", files, seed, rows: [...rows.values()], amiss };
}

function rowOf(rows: Map<string, PhrasesRow>, isSound: boolean, hasNewlines: boolean, isLimited: boolean): PhrasesRow {
  const files = isSound ? "sound" : "phrases";
  const dialect = hasNewlines ? "word2vec.c" : "gensim";
  const key = `${files} ${isLimited} ${dialect}`;
  const none = { right: 0, refused: 0, "refused by name": 0, "wrong, noted": 0, wrong: 0 };
  const row = rows.get(key) ?? { files, dialect, isLimited, counts: none, notes: {}, wrongOfMoreThanTwo: 0 };
  rows.set(key, row);
  return row;
}

function outcomeOf(file: MadeFile, limit: number | undefined): { outcome: Outcome; notes: readonly ReadingNote[] } {
  const notes: ReadingNote[] = [];
  try {
    const { words, data } = decodeBinary(file.bytes, {
      ...(limit !== undefined && { limit }),
      onNote: (note) => notes.push(note),
    });
    const expected = file.words.slice(0, limit);
    const isRight =
      words.length === expected.length &&
      expected.every((word, row) => words[row] === wordOfBytes(word)) &&
      expected.every((_, row) => isSame(data.subarray(row * file.D, (row + 1) * file.D), file.rows[row]));
    return { outcome: isRight ? "right" : notes.length > 0 ? "wrong, noted" : "wrong", notes };
  } catch (error) {
    const isNamed = error instanceof Error && /space in it\?|begin with one\?|a newline or a space/.test(error.message);
    return { outcome: isNamed ? "refused by name" : "refused", notes };
  }
}

/** Bit for bit. */
function isSame(a: Float32Array, b: Float32Array): boolean {
  const bits = ({ buffer, byteOffset, length }: Float32Array) => new Int32Array(buffer, byteOffset, length);
  const [x, y] = [bits(a), bits(b)];
  return x.every((number, i) => number === y[i]);
}
