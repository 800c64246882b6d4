import { guessedEncoding } from "./guessed-encoding.js";
import { quoted } from "./quoted.js";
import type { ReadingNote } from "./reading-note.js";
import { bytesOfWord } from "./word-bytes.js";

/** Words that are not UTF-8. */
export interface StrayWords {
  count: number;
  /** The first of them, no more than it takes to guess by. */
  readonly samples: string[];
}

const MOST = 200;

export function strayWords(): StrayWords {
  return { count: 0, samples: [] };
}

export function addStrayWord(strays: StrayWords, word: string): void {
  strays.count++;
  if (strays.samples.length < MOST) strays.samples.push(word);
}

/** What is said of words that are not UTF-8: how many there are, and what they may be. */
export function strayNote({ count, samples }: StrayWords, words: number): ReadingNote {
  const bytes = samples.map((sample) => bytesOfWord(sample) ?? new Uint8Array());
  const guess = guessedEncoding(bytes);
  const number = (value: number) => value.toLocaleString("en-US");
  const meant = guess === undefined ? "" : `, which would be ${quoted(guess.decode(bytes[0]))} in ${guess.name}`;
  const advice =
    guess === undefined
      ? "was their text in another encoding, or were they cut?"
      : `iconv -f ${guess.name} -t UTF-8 converts a file of text`;
  return {
    kind: "not-utf-8",
    message: `${number(count)} of ${number(words)} words ${count === 1 ? "is" : "are"} not UTF-8, such as ${quoted(samples[0])}${meant}, and kept byte for byte; ${advice}`,
    count,
  };
}
