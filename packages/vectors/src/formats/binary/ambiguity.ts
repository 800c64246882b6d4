import { quoted } from "../../messages/quoted.js";
import type { OnNote, ReadingNote } from "../../messages/reading-note.js";
import type { PartialVectors } from "../../tables/partial-vectors.js";
import { wordOfBytes } from "../../words/word-bytes.js";
import { rowInIndex } from "../../words/word-index.js";
import { learnRow, numberModel } from "./number-model.js";
import { type Suspect, type Verdict, verdictOf } from "./phrase-verdict.js";
import { learnWord, wordModel } from "./word-model.js";

/** What helps where words have spaces or newlines in them. */
export const ADVICE: string =
  'a binary file holds no such word: write it as text, or with "_" in their place; ' +
  '{ unproven: "accept" } reads the rows as they are cut';

/** Numbers of a row that prove too little of where it begins. */
export const FEW = 2;

/** Of so few, chance may save some bits; a note is said of them in any case. */
const MARGIN_OF_FEW = 8;

/** What is said of a file whose rows are so short, and that has no newlines. */
export function fewNumbersNote(D: number): ReadingNote {
  const numbers = D === 1 ? "1 number" : `${D} numbers`;
  const message =
    `rows of ${numbers} without newlines are too short to prove that no word has a space in it; a file with newlines ` +
    "behind its rows, or text, would be proof";
  return { kind: "few-numbers", message };
}

/** A reading that takes that many bits more than the one that was taken is not worth a note. */
const WORTH_SAYING = 12;

const SPACE = 0x20;

/** The error for the first row that reads better as a phrase, if one does. */
export function ambiguityError(
  suspects: readonly Suspect[],
  partial: PartialVectors,
  error: (message: string) => Error,
): Error | undefined {
  const least = partial.table.D <= FEW ? MARGIN_OF_FEW : 0;
  const verdict = verdicts(suspects, partial).find(({ bits }) => bits > least);
  if (verdict === undefined) return undefined;
  return error(`${readingOf(verdict, partial.table.D)}; has the word a space in it? ${ADVICE}`);
}

/**
 * Tells of the rows that may as well be phrases.
 *
 * @throws Error if one is likelier to be one, unless that is accepted
 */
export function noteAmbiguities(
  suspects: readonly Suspect[],
  partial: PartialVectors,
  isStrict: boolean,
  error: (message: string) => Error,
  onNote: OnNote | undefined,
): void {
  if (suspects.length === 0) return;
  const fault = isStrict ? ambiguityError(suspects, partial, error) : undefined;
  if (fault !== undefined) throw fault;
  const doubtful = verdicts(suspects, partial).filter(({ bits }) => bits > -WORTH_SAYING);
  if (doubtful.length === 0) return;
  const count = doubtful.length;
  const message =
    `${count} ${count === 1 ? "row" : "rows"} may be a word with a space in it as well, and was read as cut at the first ` +
    `space; the first: ${readingOf(doubtful[0], partial.table.D)}`;
  onNote?.({ kind: "doubtful-rows", message, count });
}

function readingOf({ suspect, shift, bits }: Verdict, D: number): string {
  const { row, place, word, bytes } = suspect;
  const phrase = wordOfBytes(Uint8Array.from([...word, SPACE, ...bytes.subarray(0, Math.min(shift - 1, 4 * D))]));
  const how = bits > 0 ? "reads better" : "reads nearly as well";
  return `row ${row}, at byte ${place}, ${how} as the word ${quoted(phrase)} and ${D} numbers than as ${quoted(wordOfBytes(word))}`;
}

/** Of the rows that were read, by what the others are like. */
function verdicts(suspects: readonly Suspect[], { table, index }: PartialVectors): Verdict[] {
  const { D, data } = table;
  const { words } = index;
  const numbers = numberModel(data, words.length, D);
  const text = wordModel(words);
  return suspects.map((suspect) => {
    // A row is not to be judged by itself, nor by what would be the end of its numbers.
    const row = rowInIndex(index, wordOfBytes(suspect.word)) ?? words.length;
    const own = row < words.length && row % numbers.step === 0 ? data.subarray(row * D, (row + 1) * D) : undefined;
    const next = (row + 1) % text.step === 0 ? words[row + 1] : undefined;
    if (own !== undefined) learnRow(numbers, own, -1);
    if (next !== undefined) learnWord(text, next, -1);
    const verdict = verdictOf(suspect, { numbers, words: text }, D);
    if (own !== undefined) learnRow(numbers, own, 1);
    if (next !== undefined) learnWord(text, next, 1);
    return verdict;
  });
}
