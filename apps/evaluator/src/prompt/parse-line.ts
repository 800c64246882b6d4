/** What a line of the prompt asks. */
export type Line =
  | { readonly kind: "nothing" }
  /** Words to be near, and words to be far from. */
  | { readonly kind: "near"; readonly positive: readonly string[]; readonly negative: readonly string[] }
  /** What is to c as b is to a? */
  | { readonly kind: "analogy"; readonly words: readonly [a: string, b: string, c: string] }
  | { readonly kind: "cosine"; readonly words: readonly [string, string] }
  | { readonly kind: "command"; readonly name: string; readonly argument: string };

/** A word, or a sign between words. */
interface Token {
  readonly text: string;
  readonly isSign: boolean;
}

/** Minus signs of all kinds, since people paste them. */
const MINUS = /^[-−–]$/;

/**
 * Reads `king`, `king - man + woman`, `man : king = woman : ?`, `king ~ queen` and `.help`. Words stand apart from signs,
 * or are no words as they stand: `king-man+woman` is a word only where it is one. A word in quotes is one whatever is in
 * it.
 *
 * @throws Error for a line that is nothing of the kind
 */
export function parseLine(line: string, isWord: (text: string) => boolean): Line {
  const text = line.trim();
  if (text === "") return { kind: "nothing" };
  const [, name, argument] = /^\.([a-z]+)(?:\s+(.*))?$/.exec(text) ?? [];
  if (name !== undefined && !isWord(text)) return { kind: "command", name, argument: argument ?? "" };
  if (isWord(text)) return { kind: "near", positive: [text], negative: [] };

  const tokens = tokensOf(text, isWord);
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
    throw new Error("this is none of: king · king - man + woman · man : king = woman : ? · king ~ queen · .help");
  }
  const positive: string[] = [];
  const negative: string[] = [];
  for (const [i, { text: word, isSign }] of tokens.entries()) {
    if (!isSign) (i > 0 && MINUS.test(tokens[i - 1].text) ? negative : positive).push(word);
  }
  return { kind: "near", positive, negative };
}

function tokensOf(text: string, isWord: (text: string) => boolean): Token[] {
  const tokens: Token[] = [];
  for (const [part, quoted] of text.matchAll(/"([^"]*)"|\S+/g)) {
    if (quoted !== undefined) tokens.push({ text: quoted, isSign: false });
    else if (isSign(part)) tokens.push({ text: part, isSign: true });
    else if (isWord(part)) tokens.push({ text: part, isSign: false });
    else tokens.push(...pieces(part));
  }
  return tokens;
}

/** What is no word as it stands, cut at its signs; a piece may be no word either. */
function pieces(part: string): Token[] {
  return part
    .split(/(::|[-−–+:=~])/)
    .filter((piece) => piece !== "")
    .map((piece) => ({ text: piece, isSign: isSign(piece) }));
}

function isSign(text: string): boolean {
  return /^(::|[-−–+:=~])$/.test(text);
}
