import { isList, requireArgument } from "../arguments/require-argument.js";
import { CONTAINER_START } from "../foreign/container-format.js";
import { quoted } from "../messages/quoted.js";
import { joined } from "../tables/joined.js";
import { encodableWord, refuseStart } from "../words/encodable-word.js";
import { toUtf8 } from "../words/text-coding.js";
import { listCommas } from "./list-commas.js";
import { countedLines, meaningOfNumbers, numberedLines, shuffledNumbers } from "./list-lines.js";
import type { WordList } from "./word-list.js";

/**
 * The bytes of a word list: a line for each word and, where they are known, its count after a space, as word2vec.c
 * writes vocabularies.
 *
 * @throws RangeError for a word that would not come back: an empty one, one with a newline or a tab, one that ends in a
 * return, or words that all end like counts, begin with the numbers of the rows or have the same number of commas; and for a count that is no whole number
 */
export function encodeWordList(list: WordList): Uint8Array<ArrayBuffer> {
  requireList("encodeWordList", list);
  const { words, counts } = list;
  const isPlain = counts === undefined || meaningOfNumbers(words, Array.from(counts)) === "counts";
  // Numbers that could be something else than counts are called by their name.
  return isPlain ? joined(wordListLines(list, " ")) : encodeMetadata(list);
}

/** The same as the Embedding Projector's metadata: a tab before the counts, and a line of names above both. */
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
  if (counts === undefined && (numberedLines(words) ?? shuffledNumbers(words)) !== undefined) {
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
