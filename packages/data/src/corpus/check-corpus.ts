import type { Vocabulary } from "../vocabulary/vocabulary.js";
import type { Corpus } from "./corpus.js";

/** A part of a corpus that {@link checkCorpus} can check, beside the ids. */
export type CorpusPart = "sentenceStarts" | "vocabulary";

/**
 * Refuses a corpus that contradicts itself. Each id must be a word of the vocabulary, each word must have one count, and
 * sentence starts must rise from 0 and stay within the text. The ids are always checked, `parts` says what else.
 *
 * A start that comes again is a sentence without tokens. So is a start at the end of the text. Readers skip both. The counts
 * may be those of another text, as when a text is encoded with the vocabulary of the training text.
 *
 * @param caller - the function that the error names
 * @throws TypeError if a part is missing, or is another kind of array than a corpus has
 * @throws RangeError if an id, a count or a sentence start is out of its range
 *
 * @example
 * checkCorpus("mine", { ids: Int32Array.of(0, 1), sentenceStarts: Int32Array.of(0, 5) }, ["sentenceStarts"]);
 * // RangeError: mine: sentenceStarts has 5 at 1, and the text 2 tokens; was the text cut, and its sentences not?
 */
export function checkCorpus(
  caller: string,
  corpus: Pick<Corpus, "ids"> & Partial<Corpus>,
  parts: readonly CorpusPart[],
): void {
  checkKind(caller, "ids", corpus?.ids, "Int32Array");
  checkIds(caller, corpus.ids, parts.includes("vocabulary") ? checkedWords(caller, corpus.vocabulary) : ANY);
  if (parts.includes("sentenceStarts")) checkStarts(caller, corpus.sentenceStarts, corpus.ids.length);
}

/** Where no vocabulary is known, any id that is not negative may be one of its words. */
const ANY = 2 ** 31;

/** How many words the vocabulary has, one count for each. */
function checkedWords(caller: string, vocabulary: Vocabulary | undefined): number {
  checkKind(caller, "vocabulary.words", vocabulary?.words, "Array");
  checkKind(caller, "vocabulary.counts", vocabulary?.counts, "Float64Array");
  const { words, counts } = vocabulary as Vocabulary;
  if (counts.length !== words.length) {
    throw new RangeError(
      `${caller}: the vocabulary has ${words.length} words and ${counts.length} counts; each word has one`,
    );
  }
  for (let word = 0; word < counts.length; word++) {
    if (counts[word] >= 0 && Number.isFinite(counts[word])) continue;
    throw new RangeError(
      `${caller}: the vocabulary counts word ${word} ${counts[word]} times; counts must be finite numbers from 0`,
    );
  }
  return words.length;
}

/** By its tag, which arrays of another realm have as well. */
function checkKind(caller: string, name: string, value: unknown, kind: string): void {
  const found = Object.prototype.toString.call(value).slice("[object ".length, -1);
  if (found === kind) return;
  const what = value === undefined || value === null ? String(value) : `of the kind ${found}`;
  throw new TypeError(`${caller}: the corpus's ${name} is ${what}; it must be of the kind ${kind}`);
}

/** A plain loop: over a hundred million ids, `findIndex` calls its function for half a second. */
function checkIds(caller: string, ids: Int32Array, V: number): void {
  for (let i = 0; i < ids.length; i++) {
    if (ids[i] >= 0 && ids[i] < V) continue;
    throw new RangeError(
      V === ANY
        ? `${caller}: id ${ids[i]} at ${i} is negative; ids are rows of the vocabulary, counted from 0`
        : `${caller}: id ${ids[i]} at ${i} is outside the ${V} words; was the corpus encoded with this vocabulary?`,
    );
  }
}

function checkStarts(caller: string, given: Int32Array | undefined, tokens: number): void {
  checkKind(caller, "sentenceStarts", given, "Int32Array");
  const starts = given as Int32Array;
  if (tokens > 0 && starts[0] !== 0) {
    const found = starts.length === 0 ? "is empty" : `begins with ${starts[0]}`;
    throw new RangeError(
      `${caller}: sentenceStarts ${found}, and token 0 is in no sentence; the first start must be 0`,
    );
  }
  for (let i = 0; i < starts.length; i++) {
    if (starts[i] > tokens) {
      throw new RangeError(
        `${caller}: sentenceStarts has ${starts[i]} at ${i}, and the text ${tokens} tokens; was the text cut, and its ` +
          "sentences not?",
      );
    }
    if (i > 0 && starts[i] < starts[i - 1]) {
      throw new RangeError(
        `${caller}: sentenceStarts falls from ${starts[i - 1]} to ${starts[i]} at ${i}; starts rise, and are repeated for ` +
          "an empty sentence",
      );
    }
  }
}
