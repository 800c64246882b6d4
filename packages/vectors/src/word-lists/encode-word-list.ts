import { isList, requireArgument } from "@wordloom/arguments";
import { CONTAINER_START } from "../foreign/container-format.js";
import { quoted } from "../messages/quoted.js";
import { joined } from "../tables/joined.js";
import { encodableWord, refuseStart } from "../words/encodable-word.js";
import { toUtf8 } from "../words/text-coding.js";
import { listCommas } from "./list-commas.js";
import { countedLines, leadingShuffled, meaningOfNumbers, numberedLines } from "./list-lines.js";
import type { WordList } from "./word-list.js";

/**
 * Writes a list of words: a line for each word and, if counts are known, its count after a space, as in word2vec.c's
 * vocabularies.
 *
 * @throws RangeError if a word would not come back: if it is empty, has a newline or a tab, or ends in a return; or if
 * all words end like counts, begin with the numbers of the rows, or have the same number of commas; if a count is not a
 * whole number
 * @throws TypeError if `list` has no words
 *
 * @example
 * new TextDecoder().decode(encodeWordList({ words: ["the", "of"], counts: [61, 42] })) // "the 61\nof 42\n"
 */
export function encodeWordList(list: WordList): Uint8Array<ArrayBuffer> {
  requireList("encodeWordList", list);
  const { words, counts } = list;
  const isPlain = counts === undefined || meaningOfNumbers(words, Array.from(counts)).kind === "counts";
  // Numbers that could be something else than counts are called by their name.
  return isPlain ? joined(wordListLines(list, " ")) : encodeMetadata(list);
}

/**
 * Writes a list of words as the Embedding Projector's `metadata.tsv`: a line for each word and, if counts are known,
 * its count after a tab, below a line with the names `word` and `count`.
 *
 * @throws RangeError if a word would not come back, or a count is not a whole number, as {@link encodeWordList}
 * @throws TypeError if `list` has no words
 *
 * @example
 * new TextDecoder().decode(encodeMetadata({ words: ["the"], counts: [61] })) // "word\tcount\nthe\t61\n"
 */
export function encodeMetadata(list: WordList): Uint8Array<ArrayBuffer> {
  requireList("encodeMetadata", list);
  const lines = wordListLines(list, "\t");
  return joined(list.counts === undefined ? lines : [toUtf8("word\tcount\n"), ...lines]);
}

function requireList(caller: string, list: WordList): void {
  const right = 'it is vectors, or { words: ["a", "b"] } with counts or without';
  requireArgument(caller, isList(Object(list).words), "the list is", list, right);
}

function wordListLines({ words, counts }: WordList, separator: string): Uint8Array[] {
  if (counts === undefined && countedLines(words) !== undefined) {
    throw new RangeError(
      `encodeWordList: every word ends like a count, as row 0, ${quoted(words[0])}; they would be read as such`,
    );
  }
  if (counts === undefined && (numberedLines(words) ?? leadingShuffled(words)) !== undefined) {
    throw new RangeError(
      `encodeWordList: every word begins with the number of its row, as row 0, ${quoted(words[0])}; that would not be taken for a part of the word`,
    );
  }
  if (counts === undefined && listCommas(words) !== undefined) {
    throw new RangeError(
      `encodeWordList: every word has as many commas as row 0, ${quoted(words[0])}; they would be taken for columns`,
    );
  }
  const lines = words.flatMap((word, row) => {
    if (counts !== undefined && !(Number.isSafeInteger(counts[row]) && counts[row] >= 0)) {
      throw new RangeError(`encodeWordList: the count of row ${row} is ${counts[row]}; a count is a whole number`);
    }
    return [
      encodableWord("encodeWordList", word, row, "line"),
      toUtf8(counts === undefined ? "\n" : `${separator}${counts[row]}\n`),
    ];
  });
  if (words.length > 0) refuseStart("encodeWordList", words[0], joined(lines.slice(0, CONTAINER_START)));
  return lines;
}
