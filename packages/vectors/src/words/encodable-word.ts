import { isNumberLike } from "../decimals/text-numbers.js";
import { containerFormat } from "../foreign/container-format.js";
import { quoted } from "../messages/quoted.js";
import { toUtf8 } from "./text-coding.js";
import { bytesOfWord } from "./word-bytes.js";

/** What a format can hold as a word, and how to say so. */
interface WordRule {
  readonly holds: (word: string) => boolean;
  readonly says: string;
}

const rules: Record<"line" | "phrase" | "token", WordRule> = {
  /** Ends at the first space: word2vec. */
  token: {
    holds: (word) => /^[^ \n]+$/.test(word),
    says: "has no space, newline or stray surrogate",
  },
  /** Ends before the last numbers of a line: GloVe. */
  phrase: {
    holds: (word) => /^[^ \n\t\r]([^\n\t\r]*[^ \n\t\r])?$/.test(word) && !endsInNumber(word),
    says: "has no newline, return, tab or stray surrogate, and no space at an end or before a number",
  },
  /** A line of its own, or a column of one. */
  line: {
    holds: (word) => /^[^\n\t]*[^\n\t\r]$/.test(word),
    says: "has no newline, tab or stray surrogate, and no return at its end",
  },
};

/**
 * The bytes of a word in a file.
 *
 * @throws RangeError for a word that would not come back
 */
export function encodableWord(caller: string, word: string, row: number, rule: keyof typeof rules): Uint8Array {
  const bytes = rules[rule].holds(word) ? bytesOfWord(word) : undefined;
  if (bytes === undefined) {
    throw new RangeError(
      `${caller}: the word of row ${row} is ${quoted(word)}; ` +
        `a word of this format is at least one byte long and ${rules[rule].says}`,
    );
  }
  return bytes;
}

/**
 * @param start - the first bytes of the file, which the word of row 0 begins
 * @throws RangeError for a word that would be read without the byte order mark that it starts with, or by which the file would
 * be taken for a container
 */
export function refuseStart(caller: string, word: string, start: Uint8Array): void {
  const container = containerFormat(start);
  const taken = word.startsWith("\ufeff")
    ? "its U+FEFF would be taken for a byte order mark"
    : container && `a file that starts like that is taken for ${container}`;
  if (taken !== undefined) throw new RangeError(`${caller}: the word of row 0 is ${quoted(word)}; ${taken}`);
}

function endsInNumber(word: string): boolean {
  const space = word.lastIndexOf(" ");
  if (space < 0) return false;
  const last = toUtf8(word.slice(space + 1));
  return isNumberLike(last, 0, last.length);
}
