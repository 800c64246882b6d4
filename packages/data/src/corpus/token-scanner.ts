import { utf8Length } from "../bytes/utf8.js";
import { LONGEST_WORD } from "../bytes/whole-tokens.js";
import { rankedVocabulary } from "../vocabulary/vocabulary.js";
import type { Corpus } from "./corpus.js";
import { type GrowingIds, growingIds, push } from "./growing-ids.js";

/**
 * What the end of a line is: the token `"<eos>"`, as language models of the Penn Treebank have it, or a `"boundary"`, which
 * ends a sentence and is no token.
 */
export type LineEnd = "<eos>" | "boundary";

/** A text on its way to a corpus. Its ids are in order of first appearance until {@link scannedCorpus} ranks them. */
export interface TokenScanner {
  readonly lineEnd: LineEnd;
  readonly ids: GrowingIds;
  readonly sentenceStarts: GrowingIds;
  readonly idOf: Map<string, number>;
  readonly counts: number[];
  /** The line that is being read, counted from 1. */
  line: number;
  /** Whether that line has had a token. */
  isInSentence: boolean;
  /** Whether the last character read is a carriage return, so that a newline now belongs to the same line end. */
  endsInReturn: boolean;
  /** Line ends that are a carriage return alone. */
  loneReturns: number;
  /** How many tokens `<eos>` are line ends, not words of the text. */
  lineEndTokens: number;
}

export function tokenScanner(lineEnd: LineEnd): TokenScanner {
  return {
    lineEnd,
    ids: growingIds(),
    sentenceStarts: growingIds(),
    idOf: new Map(),
    counts: [],
    line: 1,
    isInSentence: false,
    endsInReturn: false,
    loneReturns: 0,
    lineEndTokens: 0,
  };
}

/** What no text has, and at which character of a piece. */
export interface ScanFault {
  readonly kind: "nul" | "long word";
  readonly at: number;
}

/** A word of that many characters has at most {@link LONGEST_WORD} bytes: a character of UTF-16 has at most three. */
const SURELY_SHORT = Math.floor(LONGEST_WORD / 3);
const NEWLINE = 10;
const RETURN = 13;
const SPACE = 32;

/**
 * Reads the next piece of a text, which must not end within a token: white space is the six characters of ASCII, space,
 * `\t`, `\n`, `\v`, `\f` and `\r`, and everything else belongs to tokens. A line ends at `\n`, `\r\n` or a `\r` alone.
 *
 * @returns where the piece has what no text has, at which reading stopped
 */
export function scanPiece(scanner: TokenScanner, piece: string): ScanFault | undefined {
  let start = 0;
  for (let i = 0; i < piece.length; i++) {
    const code = piece.charCodeAt(i);
    if (code > SPACE) continue;
    if (code === 0) return { kind: "nul", at: i };
    if (code < SPACE && (code < 9 || code > 13)) continue;
    if (i - start > SURELY_SHORT && utf8Length(piece.slice(start, i)) > LONGEST_WORD)
      return { kind: "long word", at: start };
    if (i > start) pushToken(scanner, piece.slice(start, i));
    if (code === RETURN) {
      scanner.loneReturns++;
      endLine(scanner);
    } else if (code === NEWLINE) {
      if (i > 0 ? piece.charCodeAt(i - 1) === RETURN : scanner.endsInReturn) scanner.loneReturns--;
      else endLine(scanner);
    }
    start = i + 1;
  }
  const last = piece.slice(start);
  if (last.length > SURELY_SHORT && utf8Length(last) > LONGEST_WORD) return { kind: "long word", at: start };
  if (last !== "") pushToken(scanner, last);
  if (piece.length > 0) scanner.endsInReturn = piece.charCodeAt(piece.length - 1) === RETURN;
  return undefined;
}

/** Ends a text, after which another may come: its last line ends as any other does. */
export function endText(scanner: TokenScanner): void {
  if (scanner.isInSentence) endLine(scanner);
  scanner.endsInReturn = false;
  scanner.line = 1;
}

/** The corpus of all texts that were read to their end, with ids by falling count. */
export function scannedCorpus(scanner: TokenScanner): Corpus {
  const { ids, sentenceStarts, idOf, counts } = scanner;
  const words = [...idOf.keys()];
  // Array.prototype.sort is stable: words of one count stay in order of first appearance.
  const byRank = counts.map((_, id) => id).sort((a, b) => counts[b] - counts[a]);
  const rankOf = new Int32Array(words.length);
  for (const [rank, id] of byRank.entries()) rankOf[id] = rank;
  const ranked = ids.data.slice(0, ids.length);
  for (let position = 0; position < ranked.length; position++) ranked[position] = rankOf[ranked[position]];
  return {
    ids: ranked,
    sentenceStarts: sentenceStarts.data.slice(0, sentenceStarts.length),
    vocabulary: rankedVocabulary(
      byRank.map((id) => words[id]),
      Float64Array.from(byRank, (id) => counts[id]),
    ),
  };
}

function endLine(scanner: TokenScanner): void {
  if (scanner.lineEnd === "<eos>") {
    pushToken(scanner, "<eos>");
    scanner.lineEndTokens++;
  }
  scanner.isInSentence = false;
  scanner.line++;
}

function pushToken(scanner: TokenScanner, word: string): void {
  let id = scanner.idOf.get(word);
  if (id === undefined) {
    id = scanner.counts.length;
    scanner.idOf.set(detached(word), id);
    scanner.counts.push(0);
  }
  if (!scanner.isInSentence) {
    scanner.isInSentence = true;
    push(scanner.sentenceStarts, scanner.ids.length);
  }
  scanner.counts[id]++;
  push(scanner.ids, id);
}

/** V8 keeps a slice of 13 characters or more as a view, which would hold the whole text in memory for one word. */
function detached(word: string): string {
  return word.length < 13 ? word : ` ${word}`.slice(1);
}
