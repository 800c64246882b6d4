import { checkChoice } from "@wordloom/arguments";
import { checkCorpus } from "../corpus/check-corpus.js";
import type { Corpus } from "../corpus/corpus.js";
import { refuseString, requireVocabulary, requireWord, type Vocabulary } from "./vocabulary.js";

/** What becomes of a word that is not in the vocabulary: `"drop"` leaves it out, `"<unk>"` makes it the word `<unk>`. */
export type OutOfVocabulary = "drop" | "<unk>";

/**
 * Looks up the ids of words in a vocabulary.
 *
 * @throws RangeError if `outOfVocabulary` is `"<unk>"` and the vocabulary has no such word
 * @throws TypeError if `tokens` is not a list of strings
 *
 * @example
 * encode(["a", "x", "b"], buildVocabulary(["a", "a", "b"]), "drop") // Int32Array [0, 1]
 */
export function encode(tokens: Iterable<string>, vocabulary: Vocabulary, outOfVocabulary: OutOfVocabulary): Int32Array {
  refuseString("encode", tokens);
  const unknown = idOfUnknown("encode", vocabulary, outOfVocabulary);
  const ids: number[] = [];
  for (const token of tokens) {
    const known = vocabulary.idOf.get(token);
    if (known === undefined) requireWord("encode", token);
    const id = known ?? unknown;
    if (id !== DROPPED) ids.push(id);
  }
  return Int32Array.from(ids);
}

/**
 * Encodes a corpus anew, in the ids of another vocabulary: that of the training text, say, or one without rare words. A
 * sentence that has no token left is left out.
 *
 * @throws RangeError if `outOfVocabulary` is `"<unk>"` and the vocabulary has no such word
 * @throws RangeError or TypeError if the corpus contradicts itself: see {@link checkCorpus}
 * @throws Error if no word is left
 */
export function encodeCorpus(corpus: Corpus, vocabulary: Vocabulary, outOfVocabulary: OutOfVocabulary): Corpus {
  checkCorpus("encodeCorpus", corpus, ["sentenceStarts", "vocabulary"]);
  const unknown = idOfUnknown("encodeCorpus", vocabulary, outOfVocabulary);
  const newId = Int32Array.from(corpus.vocabulary.words, (word) => vocabulary.idOf.get(word) ?? unknown);
  const ids = new Int32Array(corpus.ids.length);
  const sentenceStarts = new Int32Array(corpus.sentenceStarts.length);
  let length = 0;
  let sentences = 0;
  for (let sentence = 0; sentence < corpus.sentenceStarts.length; sentence++) {
    const start = length;
    const end = corpus.sentenceStarts[sentence + 1] ?? corpus.ids.length;
    for (let position = corpus.sentenceStarts[sentence]; position < end; position++) {
      const id = newId[corpus.ids[position]];
      if (id !== DROPPED) ids[length++] = id;
    }
    if (length > start) sentenceStarts[sentences++] = start;
  }
  if (length === 0) {
    throw new Error(
      `encodeCorpus: none of the ${corpus.ids.length} tokens is among the ${vocabulary.words.length} words of the ` +
        "vocabulary; was it built from another text?",
    );
  }
  return { ids: ids.slice(0, length), sentenceStarts: sentenceStarts.slice(0, sentences), vocabulary };
}

const DROPPED = -1;

function idOfUnknown(caller: string, vocabulary: Vocabulary, outOfVocabulary: OutOfVocabulary): number {
  requireVocabulary(caller, vocabulary);
  const { words, idOf } = vocabulary;
  checkChoice(caller, "outOfVocabulary", outOfVocabulary, ["drop", "<unk>"]);
  if (outOfVocabulary === "drop") return DROPPED;
  const id = idOf.get("<unk>");
  if (id === undefined) {
    throw new RangeError(
      `${caller}: the vocabulary of ${words.length} words has no "<unk>"; drop unknown words instead`,
    );
  }
  return id;
}
