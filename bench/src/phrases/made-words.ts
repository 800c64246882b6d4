import { choice, integer, type Random, uniform } from "@wordloom/random";

export const scripts = ["ascii", "signs", "korean", "cyrillic", "latin-1", "GBK", "emoji"] as const;

/** What words are written in; two of them are encodings that are not UTF-8. */
export type Script = (typeof scripts)[number];

const signs = [
  ...["abcdefghijklmnopqrstuvwxyz", "abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"],
  ...["0123456789", "_-'.,:;<=>?@!#$%&()/"],
];
const emoji = ["😀", "🎉", "❤️", "👍", "a", "\u3000x", "\u00a0y", "—", "“"];

/** A word, or a part of one. */
export function madeWord(random: Random, script: Script): Buffer {
  const length = 1 + integer(random, uniform(random) < 0.2 ? 14 : 7);
  const characters = Array.from({ length }, () => character(random, script));
  return Buffer.concat(characters);
}

function character(random: Random, script: Script): Buffer {
  const code = (first: number, count: number) => String.fromCharCode(first + integer(random, count));
  switch (script) {
    case "ascii":
      return Buffer.from(code(0x61, 26));
    case "signs": {
      const kind = choice(random, signs);
      return Buffer.from(kind[integer(random, kind.length)]);
    }
    case "korean":
      return Buffer.from(code(0xac00, 11_172));
    case "cyrillic":
      return Buffer.from(code(0x430, 32));
    case "latin-1":
      return Buffer.from(uniform(random) < 0.8 ? code(0x61, 26) : code(0xe0, 31), "latin1");
    case "GBK":
      return Buffer.of(0xb0 + integer(random, 0x48), 0xa1 + integer(random, 94));
    case "emoji":
      return Buffer.from(choice(random, emoji));
  }
}

/** Words that a binary file cannot hold. */
const faults = [
  ...["space", "space", "space", "space", "two spaces", "several in a row", "whole numbers", "tab and space"],
  ...["space at the end", "space at the start", "newline", "newline at the start"],
] as const;

/** A word with a space or a newline in it, made from one without. */
export function madePhrase(random: Random, word: Buffer, script: Script): Buffer {
  const part = () => madeWord(random, script);
  const joined = (...parts: (Buffer | string)[]) => Buffer.concat(parts.map((each) => Buffer.from(each)));
  switch (choice(random, faults)) {
    case "space":
      return joined(word, " ", part());
    case "two spaces":
      return joined(word, " ", part(), " ", part());
    case "several in a row":
      return joined(word, "  ", part());
    case "whole numbers": {
      // What is pushed on is pushed by whole numbers, so that all others stay what they are.
      const rest = part();
      return joined(word, " ", rest, "e".repeat(3 - (rest.length % 4)));
    }
    case "tab and space":
      return joined(word, "\t ", part());
    case "space at the end":
      return joined(word, " ");
    case "space at the start":
      return joined(" ", word);
    case "newline":
      return joined(word, "\n", part());
    case "newline at the start":
      return joined("\n", word);
  }
}
