import { quoted } from "../messages/quoted.js";
import type { ReadingNote } from "../messages/reading-note.js";
import { type GuessedEncoding, guessedEncoding } from "./guessed-encoding.js";
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
  const number = (value: number) => value.toLocaleString("en-US");
  const { meant, advice } = explained(guessedEncoding(bytes), bytes[0]);
  return {
    kind: "not-utf-8",
    message: `${number(count)} of ${number(words)} words ${count === 1 ? "is" : "are"} not UTF-8, such as ${quoted(samples[0])}${meant}, and kept byte for byte; ${advice}`,
    count,
  };
}

function explained(guess: GuessedEncoding | "cut" | undefined, sample: Uint8Array): { meant: string; advice: string } {
  if (guess === undefined) return { meant: "", advice: "was their text in another encoding, or were they cut?" };
  if (guess === "cut") {
    return { meant: "", advice: "they end within a character of UTF-8: were they cut at a number of bytes?" };
  }
  const { candidates, isSure } = guess;
  const readings = new Map<string, string[]>();
  for (const { name, decode } of candidates) {
    const text = decode(sample);
    readings.set(text, [...(readings.get(text) ?? []), name]);
  }
  const meant = Array.from(readings, ([text, names]) => `${quoted(text)} in ${names.join(" or ")}`).join(", or ");
  const advice = isSure
    ? `iconv -f ${candidates[0].name} -t UTF-8 converts a file of text`
    : "the words do not tell for sure; who made the file knows its encoding, and iconv converts from that";
  return { meant: `, which would be ${meant}`, advice };
}
