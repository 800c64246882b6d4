import { readQuoted } from "../words/read-quoted.js";

/** The question of a line of the prompt. */
export type Line =
  | { readonly kind: "nothing" }
  /** Words to be near, and words to be far from. */
  | { readonly kind: "near"; readonly positive: readonly string[]; readonly negative: readonly string[] }
  /** What is to c as b is to a? */
  | { readonly kind: "analogy"; readonly words: readonly [a: string, b: string, c: string] }
  | { readonly kind: "cosine"; readonly words: readonly [string, string] }
  /** Which fits least? */
  | { readonly kind: "odd"; readonly words: readonly string[] }
  | { readonly kind: "command"; readonly name: string; readonly argument: string };

/** A word, or a sign between words. */
interface Token {
  readonly text: string;
  readonly isSign: boolean;
  readonly isQuoted: boolean;
}

/** The commands. At the start of a line they are commands even if the vocabulary has such a word. */
export const COMMANDS = [".exit", ".help", ".objective", ".odd", ".restrict", ".top"] as const;

/** Minus signs and dashes, because people paste them. */
const MINUS = /^[-−–]$/;

/**
 * Reads a line such as `king`, `king - man + woman`, `man : king = woman : ?`, `king ~ queen` or `.help`. There may be blanks
 * around signs or not: `king-man+woman` is one word only if the vocabulary has that word. Text in quotes is one word, with the
 * escapes of JSON. A whole line without quotes is one word if the vocabulary has it and it is not a command.
 *
 * @param isWord - whether the vocabulary has a word
 * @throws Error if the line is none of these
 */
export function parseLine(line: string, isWord: (text: string) => boolean): Line {
  const text = line.trim();
  if (text === "") return { kind: "nothing" };
  const [, name, argument = ""] = /^\.([a-z]+)(?:\s+(.*))?$/s.exec(text) ?? [];
  if (name === "odd") return { kind: "odd", words: oddWords(argument, isWord) };
  const isCommand = name === "quit" || COMMANDS.some((each) => each === `.${name}`);
  if (name !== undefined && (isCommand || !(isWord(text) || isWord(`.${name}`))))
    return { kind: "command", name, argument };
  const near = (word: string): Line => ({ kind: "near", positive: [word], negative: [] });
  if (!text.includes('"')) return isWord(text) ? near(text) : question(tokensOf(text, isWord));
  try {
    const tokens = tokensOf(text, isWord);
    if (isWord(text) && !tokens.some(({ isQuoted }) => isQuoted)) return near(text);
    return question(tokens);
  } catch (error) {
    // The quote may be part of a word.
    if (isWord(text)) return near(text);
    throw error;
  }
}

function question(tokens: readonly Token[]): Line {
  const pattern = tokens.map(({ text: each, isSign }) => (isSign ? (MINUS.test(each) ? "-" : each) : "w")).join("");
  const words = tokens.filter(({ isSign }) => !isSign).map((token) => token.text);
  if (/^w:w(=|::)w(:w?)?$/.test(pattern) && (words.length === 3 || words[3] === "?")) {
    return { kind: "analogy", words: [words[0], words[1], words[2]] };
  }
  if (pattern === "w~w") return { kind: "cosine", words: [words[0], words[1]] };
  const beside = pattern.indexOf("ww");
  if (beside >= 0) {
    const [first, second] = [tokens[beside], tokens[beside + 1]].map((token) => JSON.stringify(token.text));
    throw new Error(`${first} and ${second} stand side by side; put + or - between them, or quotes around one word`);
  }
  if (!/^[-+]?w([-+]w)*$/.test(pattern)) {
    throw new Error(
      "this line is not a question; questions are: king · king - man + woman · man : king = woman : ? · king ~ queen · .help",
    );
  }
  const positive: string[] = [];
  const negative: string[] = [];
  for (const [i, { text: word, isSign }] of tokens.entries()) {
    if (!isSign) (i > 0 && MINUS.test(tokens[i - 1].text) && tokens[i - 1].isSign ? negative : positive).push(word);
  }
  return { kind: "near", positive, negative };
}

/** Splits a text at blanks into words. Signs are letters like others here. */
function oddWords(text: string, isWord: (text: string) => boolean): string[] {
  const words: string[] = [];
  for (let at = 0; ; ) {
    at = afterBlanks(text, at);
    if (at >= text.length) return words;
    const part = partAt(text, at);
    const token = text[at] === '"' ? quotedToken(text, at, isWord(part), /^\s?$/) : undefined;
    words.push(token?.word ?? part);
    at = token?.end ?? at + part.length;
  }
}

function tokensOf(text: string, isWord: (text: string) => boolean): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; ; ) {
    at = afterBlanks(text, at);
    if (at >= text.length) return tokens;
    const part = partAt(text, at);
    const quoted = text[at] === '"' ? quotedToken(text, at, isWord(part), /^[-−–+:=~\s]?$/) : undefined;
    if (quoted !== undefined) {
      tokens.push({ text: quoted.word, isSign: false, isQuoted: true });
      at = quoted.end;
    } else if (isSign(part) || isWord(part) || text[at] === '"') {
      tokens.push({ text: part, isSign: isSign(part), isQuoted: false });
      at += part.length;
    } else {
      // After a sign a quote opens a word, as in king-"New York".
      const before = /[-−–+:=~](?=")/.exec(part);
      const bare = before === null ? part : part.slice(0, before.index + 1);
      tokens.push(...pieces(bare));
      at += bare.length;
    }
  }
}

/**
 * Reads a word in quotes.
 *
 * @param isWord - whether the text, with its quotes, is a word of the vocabulary
 * @param behind - what may follow the quotes
 * @returns undefined if it cannot be read but is a word
 * @throws Error if it cannot be read and is not a word
 */
function quotedToken(
  text: string,
  at: number,
  isWord: boolean,
  behind: RegExp,
): ReturnType<typeof readQuoted> | undefined {
  try {
    const quoted = readQuoted(text, at);
    if (behind.test(text[quoted.end] ?? "")) return quoted;
    throw new Error(
      `${text.slice(at, quoted.end)} and ${text.slice(quoted.end, quoted.end + 20)} need a blank or a sign between them`,
    );
  } catch (error) {
    if (isWord) return undefined;
    throw error;
  }
}

function afterBlanks(text: string, start: number): number {
  let at = start;
  while (at < text.length && /\s/.test(text[at])) at++;
  return at;
}

function partAt(text: string, at: number): string {
  return /^\S+/.exec(text.slice(at))?.[0] ?? "";
}

/** Cuts a text that is not a word at its signs. The pieces need not be words either. */
function pieces(part: string): Token[] {
  return part
    .split(/(::|[-−–+:=~])/)
    .filter((piece) => piece !== "")
    .map((piece) => ({ text: piece, isSign: isSign(piece), isQuoted: false }));
}

function isSign(text: string): boolean {
  return /^(::|[-−–+:=~])$/.test(text);
}
