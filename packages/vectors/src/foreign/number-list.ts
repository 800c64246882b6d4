import { byteOrderMark } from "../reading/byte-order-mark.js";
import { atLeast, type ByteWindow, type Reading } from "../reading/byte-window.js";
import { type CountedLines, countedLines, isFalling, isNumber, isNumbering } from "../word-lists/list-lines.js";
import { fromLatin1 } from "../words/text-coding.js";

/** Bytes that are looked at, so that it does not depend on how many have arrived. */
const START = 1 << 12;
const LINES = 100;
const DICTIONARY = /^\d+\t[^\t]+\t\d+$/;
const NAMES = /^(words?|tokens?|terms?|labels?|types?|lemmas?)[,\t ](counts?|freq(uency|uencies|s)?|n|occurrences)$/i;
const FORM = '{ format: "glove" } takes it for vectors of one number';

/**
 * What a text is whose lines have a word and a whole number each: word2vec.c's vocabulary and classes, gensim's
 * dictionary, a list of ids. Each could be vectors of one number, which nobody has; and a line of two whole numbers
 * could be a header, but for the lines after it. A header of one number a word is believed.
 */
export function* numberList(window: ByteWindow): Reading<string | undefined> {
  yield* atLeast(window, START);
  const isWhole = window.isLast && window.end - window.at <= START;
  const start = window.bytes.subarray(window.at, Math.min(window.end, window.at + START));
  const lines = linesOf(fromLatin1(start.subarray(byteOrderMark(start))), isWhole);
  if (isDictionary(lines)) {
    return "ids, words and document counts, as gensim's Dictionary.save_as_text writes them, no vectors";
  }
  if (isPieces(lines)) return `pieces and their scores, as SentencePiece's vocabularies have them, no vectors; ${FORM}`;
  if (isCountsBelowNames(lines)) return "words and their counts below the names of columns, no vectors";
  const counted = lines.length === 0 ? undefined : countedLines(lines);
  if (counted === undefined || counted.words.some(endsInNumber) || isHeader(counted, isWhole)) return undefined;
  const { words, numbers } = counted;
  if (words.every(isNumber)) {
    const isTabbed = lines.every((line) => line.includes("\t"));
    return isTabbed ? undefined : `two whole numbers on each line, ids, classes or counts, no vectors; ${FORM}`;
  }
  if (isFalling(words, numbers)) {
    return `words and their counts${couldBeClasses(words, numbers) ? ", or classes that fall" : ""}, no vectors; ${FORM}`;
  }
  if (isNumbering(numbers.map(String))) return `words and their ids, no vectors; ${FORM}`;
  return `words and a class or an id each, no vectors; ${FORM}`;
}

/** Whole lines, without the blank ones at the end. */
function linesOf(text: string, isWhole: boolean): string[] {
  const lines = text.split(/\r?\n/);
  if (!isWhole) lines.pop();
  return (isWhole ? lines.slice(0, lines.findLastIndex((line) => line.trim() !== "") + 1) : lines).slice(0, LINES);
}

/** `id word count` with tabs, perhaps below the number of documents. */
function isDictionary([first = "", ...others]: readonly string[]): boolean {
  const isHeaded = /^\d+$/.test(first);
  const lines = isHeaded ? others : [first, ...others];
  const isWord = (line: string) => !isNumber(line.split("\t")[1]);
  return lines.length > 0 && lines.every((line) => DICTIONARY.test(line)) && (isHeaded || lines.some(isWord));
}

function isPieces(lines: readonly string[]): boolean {
  return /^<(unk|pad|s)>\t0$/.test(lines[0] ?? "") && lines.every((line) => isNumber(line.split("\t")[1] ?? ""));
}

/** `word count` or the like, then lines of both, with commas, tabs or spaces between them. */
function isCountsBelowNames([names = "", ...lines]: readonly string[]): boolean {
  if (lines.length === 0 || !NAMES.test(names)) return false;
  const separator = names.includes(",") ? "," : names.includes("\t") ? "\t" : " ";
  return lines.every((line) => {
    const cells = line.split(separator);
    return cells.length === 2 && cells[0] !== "" && /^\d+$/.test(cells[1]);
  });
}

/** Whether a word other than the end of a sentence has 0, or no number is greater than there are lines. */
function couldBeClasses(words: readonly string[], numbers: readonly number[]): boolean {
  if (numbers.some((number, row) => number === 0 && words[row] !== "</s>")) return true;
  return words.length > 2 && Math.max(...numbers) <= words.length;
}

/** Of a word with a space: then there are two numbers on the line. */
function endsInNumber(word: string): boolean {
  const [last, ...before] = word.split(/[ \t]+/).reverse();
  return before.length > 0 && isNumber(last);
}

/** Whether the first line is a header, whose promise the others keep, or nearly. */
function isHeader({ words, numbers }: CountedLines, isWhole: boolean): boolean {
  if (!/^\d+$/.test(words[0])) return false;
  const [V, D, rows] = [Number(words[0]), numbers[0], words.length - 1];
  return D === 1 || (rows < 2 && V > 0) || (isWhole && V === rows);
}
