/** A word, then a space or a tab, then how often it occurred. */
const COUNTED = /^(.+)[ \t](\d{1,15})$/s;
const NUMBERED = /^(\d{1,15})[ \t](.+)$/s;
const WHOLE = /^\d{1,15}$/;
const NUMBER = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i;
/** Lines that tell what a list is. */
const SAMPLE = 100;
const SENTENCE_END = "</s>";

/** Lines that all end in a whole number, parted from what is before it. */
export interface CountedLines {
  readonly words: readonly string[];
  readonly numbers: readonly number[];
  /** As they are written, perhaps with zeros in front. */
  readonly texts: readonly string[];
}

export function countedLines(lines: readonly string[]): CountedLines | undefined {
  const words: string[] = [];
  const texts: string[] = [];
  for (const line of lines) {
    const [, word, count] = COUNTED.exec(line) ?? [];
    if (word === undefined) return undefined;
    words.push(word);
    texts.push(count);
  }
  return { words, texts, numbers: texts.map(Number) };
}

/** What follows the numbers of the rows, 0, 1, 2 … or 1, 2, 3 …, if all lines begin with these. */
export function numberedLines(lines: readonly string[]): string[] | undefined {
  if (!isNumbering(lines.slice(0, 2).map((line) => NUMBERED.exec(line)?.[1] ?? ""))) return undefined;
  const parts = lines.map((line) => NUMBERED.exec(line) ?? []);
  return isNumbering(parts.map(([, number]) => number ?? "")) ? parts.map(([, , rest]) => rest) : undefined;
}

/** Whether texts are 0, 1, 2 … or 1, 2, 3 …; a single one proves nothing. */
export function isNumbering(texts: readonly string[]): boolean {
  if (texts.length < 2 || !(texts[0] === "0" || texts[0] === "1")) return false;
  const first = Number(texts[0]);
  return texts.every((text, row) => text === String(first + row));
}

/** Whether cells are counts as `uniq -c` writes them before words: with spaces in front, or falling as `sort -rn` has them. */
export function areLeadingCounts(cells: readonly string[]): boolean {
  const texts = cells.map((cell) => cell.trimStart());
  if (texts.length < 2 || !texts.every((text) => WHOLE.test(text))) return false;
  return texts.some((text, row) => text !== cells[row]) || isFalling(texts, texts.map(Number));
}

/** The numbers of the rows, 0 to V - 1 or 1 to V, each once but not in the order of the lines. */
export interface ShuffledNumbers {
  /** By line. */
  readonly texts: readonly string[];
  /** The first line, from 0, that has another number than its own. */
  readonly line: number;
}

/** Texts as shuffled numbers of the rows, if that is what they are. */
export function shuffled(texts: readonly string[]): ShuffledNumbers | undefined {
  const rows = new Set(texts);
  const first = rows.has("0") ? 0 : 1;
  if (!texts.every((_, row) => rows.has(String(first + row)))) return undefined;
  const line = texts.findIndex((text, row) => text !== String(first + row));
  return line < 0 ? undefined : { texts, line };
}

/** The numbers that all lines begin with, if they are those of the rows, and these in another order. */
export function leadingShuffled(lines: readonly string[]): ShuffledNumbers | undefined {
  if (!NUMBERED.test(lines[0] ?? "")) return undefined;
  return shuffled(lines.map((line) => NUMBERED.exec(line)?.[1] ?? ""));
}

/** What the whole numbers behind words are. */
type NumbersMeaning =
  /** Counts; or, in reverse, the numbers of the rows, if they could be these as well. */
  | { readonly kind: "counts"; readonly couldBeRows: boolean }
  /** The numbers of the rows, or the words behind these; or who knows, if words are numbers, too, and the others do not fall. */
  | { readonly kind: "ids" | "words" | "unknown" }
  /** The numbers of the rows, or the words before them are these, in another order than the rows. */
  | { readonly kind: "shuffled"; readonly column: "words" | "numbers"; readonly found: ShuffledNumbers };

/**
 * Finds out what the whole numbers behind words are. Those that fall as counts do are counts.
 *
 * @param areIds - whether they are called the numbers of the rows
 */
export function meaningOfNumbers(
  words: readonly string[],
  numbers: readonly number[],
  areIds: boolean = false,
): NumbersMeaning {
  const texts = numbers.map(String);
  const found = shuffled(texts);
  const isOpen = !isFalling(words, numbers);
  const areOpenNumbers = isOpen && words.every((word) => WHOLE.test(word));
  const shuffledWords = areOpenNumbers ? shuffled(words) : undefined;
  if (areIds && found !== undefined) return { kind: "shuffled", column: "numbers", found };
  if (areOpenNumbers && isNumbering(words)) return { kind: "words" };
  if (shuffledWords !== undefined) return { kind: "shuffled", column: "words", found: shuffledWords };
  if (isOpen && found !== undefined) return { kind: "shuffled", column: "numbers", found };
  if (areOpenNumbers) return { kind: "unknown" };
  return isNumbering(texts) ? { kind: "ids" } : { kind: "counts", couldBeRows: found !== undefined };
}

/** Whether numbers fall as the counts of a vocabulary do, in which the end of a sentence stands first, however rare. */
export function isFalling(words: readonly string[], numbers: readonly number[]): boolean {
  return numbers.every((count, row) => row === 0 || count <= numbers[row - 1] || words[row - 1] === SENTENCE_END);
}

/** How many numbers follow a word on each line, if it is at least two that are not all whole; else 0. */
export function numbersOfVectors(lines: readonly string[]): number {
  const isHeader = lines.length > 1 && /^\d+ \d+ *$/.test(lines[0]);
  const counts = lines.slice(isHeader ? 1 : 0, SAMPLE).map(numbersAtEnd);
  return counts.every((count) => count >= 2) ? Math.min(...counts) : 0;
}

function numbersAtEnd(line: string): number {
  if (line.includes("\t")) return 0;
  const tokens = line.trim().split(/ +/);
  const last = tokens.findLastIndex((token) => !NUMBER.test(token));
  const numbers = tokens.slice(Math.max(1, last + 1));
  return numbers.every((number) => WHOLE.test(number)) ? 0 : numbers.length;
}

export function isNumber(text: string): boolean {
  return NUMBER.test(text);
}
