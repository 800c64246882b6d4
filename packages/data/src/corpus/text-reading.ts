import { firstInvalidByte, isCutCharacter, utf8Length } from "../bytes/utf8.js";
import { LONGEST_WORD } from "../bytes/whole-tokens.js";
import type { OnNote } from "../notes/reading-note.js";
import { textFormat } from "../text-format/text-format.js";
import { endText, scanPiece, type TokenScanner } from "./token-scanner.js";

/** One text on its way to a corpus, piece by piece. */
export interface TextReading {
  readonly caller: string;
  readonly source: string;
  readonly scanner: TokenScanner;
  readonly onNote: OnNote | undefined;
  /** How many words, without line ends, the scanner had before. */
  readonly wordsBefore: number;
  bytesRead: number;
  /** Whether it has had no character yet. */
  isEmpty: boolean;
  /** The beginning of the text, until what it looks like has been told; then undefined. */
  head: string | undefined;
}

/** So many characters decide what a text looks like. */
const HEAD = 2 ** 16;

export function textReading(
  caller: string,
  source: string,
  scanner: TokenScanner,
  onNote: OnNote | undefined,
): TextReading {
  const head = onNote === undefined ? undefined : "";
  return { caller, source, scanner, onNote, wordsBefore: wordsIn(scanner), bytesRead: 0, isEmpty: true, head };
}

/** Tokens that are not line ends. */
function wordsIn({ ids, lineEndTokens }: TokenScanner): number {
  return ids.length - lineEndTokens;
}

/** @param bytes - of whole tokens */
export function readBytes(reading: TextReading, bytes: Uint8Array): void {
  const invalid = firstInvalidByte(bytes);
  if (invalid >= 0) {
    const line = reading.scanner.line + lineEnds(bytes.subarray(0, invalid), reading.scanner.endsInReturn);
    const place = `byte ${reading.bytesRead + invalid} (line ${line}) of ${reading.source}`;
    if (isCutCharacter(bytes.subarray(invalid))) {
      throw new Error(
        `${reading.caller}: ${place} begins a character that is not whole; was the text cut short, or is it in another encoding?`,
      );
    }
    throw new Error(
      `${reading.caller}: ${place} is not UTF-8; ` +
        "is it a binary file, or text in another encoding such as Latin-1, UTF-16 or EUC-KR?",
    );
  }
  readPiece(reading, new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes));
  reading.bytesRead += bytes.length;
}

/** @param piece - of whole tokens */
export function readPiece(reading: TextReading, piece: string): void {
  const hasMark = reading.bytesRead === 0 && piece.startsWith("\ufeff");
  const text = hasMark ? piece.slice(1) : piece;
  if (reading.head !== undefined) {
    reading.head += text.slice(0, HEAD - reading.head.length);
    if (reading.head.length === HEAD) tellFormat(reading, false);
  }
  if (text !== "") reading.isEmpty = false;
  const fault = scanPiece(reading.scanner, text);
  if (fault === undefined) return;
  const byte = reading.bytesRead + utf8Length(piece.slice(0, hasMark ? fault.at + 1 : fault.at));
  if (fault.kind === "long word") refuseLongWord(reading, byte);
  throw new Error(
    `${reading.caller}: byte ${byte} (line ${reading.scanner.line}) of ${reading.source} is NUL; ` +
      "is it a binary file, or UTF-16 text?",
  );
}

/** @throws Error always: what stands from a byte on is too long for a word */
export function refuseLongWord({ caller, source, scanner }: TextReading, byte: number): never {
  throw new Error(
    `${caller}: the word at byte ${byte} (line ${scanner.line}) of ${source} is longer than ` +
      `${LONGEST_WORD.toLocaleString("en")} bytes; is it text without spaces, base64, or JSON in one line? ` +
      "Words are what stands between white space",
  );
}

/** Ends the text, and the last line with it. Returns whether it had words. */
export function readToEnd(reading: TextReading): boolean {
  if (reading.head !== undefined) tellFormat(reading, true);
  endText(reading.scanner);
  return wordsIn(reading.scanner) > reading.wordsBefore;
}

function tellFormat(reading: TextReading, isWhole: boolean): void {
  const { head = "", source, onNote } = reading;
  reading.head = undefined;
  const format = textFormat(head, isWhole);
  if (format === undefined) return;
  onNote?.({
    kind: "other-format",
    message: `${source} looks like ${format.name} (${format.why}); all of it is taken for words`,
  });
}

function lineEnds(bytes: Uint8Array, isAfterReturn: boolean): number {
  let count = 0;
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i] === 13) count++;
    else if (bytes[i] === 10 && !(i > 0 ? bytes[i - 1] === 13 : isAfterReturn)) count++;
  }
  return count;
}
