import { type LineEnd, scannedCorpus, scanPiece, type TokenScanner, tokenScanner } from "./token-scanner.js";
import { firstInvalidByte, utf8Length } from "./utf8.js";
import type { Vocabulary } from "./vocabulary.js";

/** A text as word ids. */
export interface Corpus {
  /** Every token in the order of the text. */
  readonly ids: Int32Array;
  /** The position of the first token of each sentence: each line that has tokens. Rises from 0. */
  readonly sentenceStarts: Int32Array;
  readonly vocabulary: Vocabulary;
}

export interface CorpusOptions {
  /** `<eos>`, as for the Penn Treebank, or `boundary`, for no token at all. */
  readonly lineEnd?: LineEnd;
  /** What errors call the text, such as its file name. */
  readonly source?: string;
}

/**
 * The corpus of a text. Tokens stand between white space (that of ASCII), and every line is a sentence. With `<eos>`,
 * each line ends with that token: an empty one too, and a last one that has no newline.
 *
 * Words are taken as they are: case, punctuation, composed or decomposed characters are for the text to settle.
 *
 * @throws Error if the text has a NUL character, or no words
 *
 * @example
 * corpusFromText("the cat\nthe dog\n").ids // Int32Array [0, 2, 1, 0, 3, 1]: the, cat, <eos>, the, dog, <eos>
 */
export function corpusFromText(text: string, { lineEnd = "<eos>", source = "the text" }: CorpusOptions = {}): Corpus {
  const reading: Reading = { caller: "corpusFromText", source, scanner: tokenScanner(lineEnd), bytesRead: 0 };
  readPiece(reading, text);
  return corpusOf(reading);
}

/**
 * The corpus of a text that comes as chunks of UTF-8, such as a file or the body of a response. Chunks may end anywhere.
 * The text is never in memory as a whole; all else is as for {@link corpusFromText}.
 *
 * @throws Error if the bytes are not UTF-8, have a NUL, or no words
 */
export async function readCorpus(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  { lineEnd = "<eos>", source = "the text" }: CorpusOptions = {},
): Promise<Corpus> {
  const reading: Reading = { caller: "readCorpus", source, scanner: tokenScanner(lineEnd), bytesRead: 0 };
  let rest = new Uint8Array(0);
  for await (const chunk of chunks) {
    const bytes = new Uint8Array(rest.length + chunk.length);
    bytes.set(rest);
    bytes.set(chunk, rest.length);
    const end = endOfLastToken(bytes);
    readBytes(reading, bytes.subarray(0, end));
    rest = bytes.slice(end);
  }
  readBytes(reading, rest);
  return corpusOf(reading);
}

interface Reading {
  readonly caller: string;
  readonly source: string;
  readonly scanner: TokenScanner;
  bytesRead: number;
}

/** Just after the last white space. In UTF-8 a byte below 128 is never part of another character. */
function endOfLastToken(bytes: Uint8Array): number {
  let end = bytes.length;
  while (end > 0 && !(bytes[end - 1] === 32 || (bytes[end - 1] >= 9 && bytes[end - 1] <= 13))) end--;
  return end;
}

function readBytes(reading: Reading, bytes: Uint8Array): void {
  const invalid = firstInvalidByte(bytes);
  if (invalid >= 0) {
    const line = reading.scanner.line + bytes.subarray(0, invalid).filter((byte) => byte === 10).length;
    throw new Error(
      `${reading.caller}: byte ${reading.bytesRead + invalid} (line ${line}) of ${reading.source} is not UTF-8; ` +
        "is it a binary file, or text in another encoding such as Latin-1, UTF-16 or EUC-KR?",
    );
  }
  readPiece(reading, new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes));
  reading.bytesRead += bytes.length;
}

function readPiece(reading: Reading, piece: string): void {
  const hasMark = reading.bytesRead === 0 && piece.startsWith("\ufeff");
  const nul = scanPiece(reading.scanner, hasMark ? piece.slice(1) : piece);
  if (nul >= 0) {
    const byte = reading.bytesRead + utf8Length(piece.slice(0, hasMark ? nul + 1 : nul));
    throw new Error(
      `${reading.caller}: byte ${byte} (line ${reading.scanner.line}) of ${reading.source} is NUL; ` +
        "is it a binary file, or UTF-16 text?",
    );
  }
}

function corpusOf({ caller, source, scanner }: Reading): Corpus {
  const corpus = scannedCorpus(scanner);
  const { words } = corpus.vocabulary;
  if (words.length === 0 || (words.length === 1 && words[0] === "<eos>")) {
    throw new Error(`${caller}: ${source} has no words; is it the right one?`);
  }
  return corpus;
}
