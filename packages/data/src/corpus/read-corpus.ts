import { checkChoice, checkOptions, requireArgument } from "@wordloom/arguments";
import { type ByteSource, openSource } from "@wordloom/bytes";
import { UNNAMED } from "../bytes/refuse-foreign.js";
import { unpackedText } from "../bytes/unpacked-text.js";
import { wholeTokens } from "../bytes/whole-tokens.js";
import type { OnNote } from "../notes/reading-note.js";
import { wordNotes } from "../notes/word-notes.js";
import type { Corpus } from "./corpus.js";
import type { OnReadingProgress } from "./reading-progress.js";
import { readBytes, readPiece, readToEnd, refuseLongWord, type TextReading, textReading } from "./text-reading.js";
import { type LineEnd, scannedCorpus, tokenScanner } from "./token-scanner.js";

const INSTEAD =
  "a stream, a response, a file, bytes or chunks would be right; for a text there is corpusFromText, for a path " +
  "readTextCorpus of @wordloom/data/node";

/** Options of {@link corpusFromText}, which all readers of texts have. */
export interface CorpusOptions {
  /**
   * What the end of a line is: the token `"<eos>"`, as for the Penn Treebank, or a `"boundary"`, which is no token. Default
   * `"<eos>"`.
   */
  readonly lineEnd?: LineEnd;
  /** The name of the text in errors and notes, such as its file name. */
  readonly source?: string;
  /**
   * Is called for each odd thing about a text that can be read: it looks like JSON, CSV, a table or another format; its words
   * have blanks that are not ASCII's; it has a word `<eos>` of its own.
   */
  readonly onNote?: OnNote;
}

/** Options of {@link readCorpus} and {@link readCorpora}. */
export interface ReadCorpusOptions extends CorpusOptions {
  /** Is called after each chunk, with the number of bytes read so far. */
  readonly onProgress?: OnReadingProgress;
}

/** One of the texts that {@link readCorpora} reads. */
export interface TextSource {
  /** Where its bytes come from. */
  readonly chunks: ByteSource | null | PromiseLike<ByteSource | null>;
  /** Its name in errors and notes, such as its file name. */
  readonly source?: string;
}

/**
 * Makes a corpus of a text. Tokens are what stands between ASCII's white space: space, `\t`, `\n`, `\v`, `\f`, `\r`. Every line
 * is a sentence. A line ends at `\n`, `\r\n` or a `\r` alone. With `lineEnd: "<eos>"`, each line ends with that token, also an
 * empty one, and a last one without a newline.
 *
 * Words are taken as they are. Case, punctuation and the form of Unicode are left to the caller.
 *
 * @throws Error if the text has a NUL character, a word of more than 1,048,576 bytes, or no words
 * @throws TypeError if `text` is not a string, or an option does not exist
 *
 * @example
 * corpusFromText("the cat\nthe dog\n").ids // Int32Array [0, 2, 1, 0, 3, 1]: the, cat, <eos>, the, dog, <eos>
 */
export function corpusFromText(text: string, options: CorpusOptions = {}): Corpus {
  const right = 'it is a string, lists of words joined by " " and "\\n", and readCorpus reads bytes and files';
  requireArgument("corpusFromText", typeof text === "string", "the text is", text, right);
  checkOptions("corpusFromText", options, { lineEnd: true, source: true, onNote: true });
  const { source = UNNAMED, onNote } = options;
  const scanner = tokenScanner(lineEndOf("corpusFromText", options));
  const reading = textReading("corpusFromText", source, scanner, onNote);
  readPiece(reading, text);
  return corpusOf(reading, readToEnd(reading) ? [] : [source], 1);
}

/**
 * Reads a corpus from text in UTF-8: from a response, a file or blob, a stream, bytes, chunks of bytes that may end anywhere,
 * or a promise of any of these. It unpacks gzip, of one member or several. The text is never in memory as a whole. Tokens and
 * lines are those of {@link corpusFromText}.
 *
 * @throws Error if the bytes are not UTF-8, or have a NUL, a word of more than 1,048,576 bytes, or no words; if gzip is
 * damaged; if a response failed. Of another format that is known, such as a zip archive, the message has the name
 * @throws TypeError if `source` is something else, its chunks are not bytes, or an option does not exist
 *
 * @example
 * const corpus = await readCorpus(fetch("/text.txt.gz"));
 */
export function readCorpus(source: TextSource["chunks"], options: ReadCorpusOptions = {}): Promise<Corpus> {
  return corpusOfTexts("readCorpus", [{ chunks: source }], options);
}

/**
 * Reads a corpus from several texts, one after the other, each as {@link readCorpus} does. Where a text ends, a line ends, with
 * or without a newline. A text without words is left out, with a note.
 *
 * @throws Error if the bytes of a text are not UTF-8 or have a NUL, or if no text has words; the message has the name of the
 * text
 *
 * @example
 * const { ids } = await readCorpora([{ chunks: one.stream(), source: one.name }, { chunks: two.stream(), source: two.name }]);
 */
export function readCorpora(
  texts: AsyncIterable<TextSource> | Iterable<TextSource>,
  options: ReadCorpusOptions = {},
): Promise<Corpus> {
  return corpusOfTexts("readCorpora", requireTexts(texts), options);
}

const EACH_TEXT = '{ chunks, source }, such as { chunks: bytes, source: "a.txt" }';

/** @throws TypeError, once they are read, for what is no list of texts */
async function* requireTexts(
  texts: AsyncIterable<TextSource> | Iterable<TextSource>,
): AsyncGenerator<TextSource, void, undefined> {
  const isRight = Symbol.iterator in Object(texts) || Symbol.asyncIterator in Object(texts);
  const areTexts = isRight && typeof texts !== "string";
  requireArgument("readCorpora", areTexts, "the texts are", texts, `they are a list, each ${EACH_TEXT}`);
  let index = 0;
  for await (const text of texts) {
    const isText = typeof text === "object" && text !== null && "chunks" in text;
    requireArgument("readCorpora", isText, `text ${index++} is`, text, `each is ${EACH_TEXT}`);
    yield text;
  }
}

async function corpusOfTexts(
  caller: string,
  texts: AsyncIterable<TextSource> | Iterable<TextSource>,
  options: ReadCorpusOptions,
): Promise<Corpus> {
  checkOptions(caller, options, { lineEnd: true, source: true, onNote: true, onProgress: true });
  const { source: name = UNNAMED, onNote, onProgress } = options;
  const scanner = tokenScanner(lineEndOf(caller, options));
  const empty: string[] = [];
  let count = 0;
  let reading = textReading(caller, name, scanner, onNote);
  let bytesRead = 0;
  for await (const { chunks, source = name } of texts) {
    reading = textReading(caller, source, scanner, onNote);
    count++;
    const tooLong = () => refuseLongWord(reading, reading.bytesRead);
    const { chunks: opened } = await openSource(caller, chunks, INSTEAD);
    const counted = watchedChunks(opened, (bytes) => {
      bytesRead += bytes;
      onProgress?.({ source, bytes: bytesRead });
    });
    for await (const bytes of wholeTokens(unpackedText(counted, { caller, source }), tooLong))
      readBytes(reading, bytes);
    if (!readToEnd(reading)) empty.push(source);
  }
  return corpusOf(reading, empty, count);
}

function lineEndOf(caller: string, { lineEnd = "<eos>" }: CorpusOptions): LineEnd {
  checkChoice(caller, "lineEnd", lineEnd, ["<eos>", "boundary"]);
  return lineEnd;
}

/** Passes chunks on, and tells the length of each once it has been used. */
async function* watchedChunks(
  chunks: AsyncIterable<Uint8Array>,
  onUsed: (bytes: number) => void,
): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const chunk of chunks) {
    yield chunk;
    onUsed(chunk.length);
  }
}

/**
 * @param reading - of the last text
 * @param empty - the texts without words
 * @param count - of all texts
 */
function corpusOf(
  { caller, source, scanner, isEmpty, onNote }: TextReading,
  empty: readonly string[],
  count: number,
): Corpus {
  if (count === 0) throw new Error(`${caller}: there is no text to read`);
  if (empty.length === count) {
    const nothing = isEmpty ? "it is empty" : "there is nothing but white space in it";
    const what = count > 1 ? `none of the ${count} texts has words` : `${source} has no words: ${nothing}`;
    throw new Error(`${caller}: ${what}; ${count > 1 ? "are they the right ones" : "is it the right one"}?`);
  }
  const corpus = scannedCorpus(scanner);
  if (onNote === undefined) return corpus;
  if (empty.length > 0) {
    const message = `texts without words: ${empty.length} of ${count}, ${empty.slice(0, 3).join(", ")}`;
    onNote({ kind: "no-words", message: empty.length > 3 ? `${message}, …` : message, count: empty.length });
  }
  for (const note of wordNotes(count > 1 ? `the ${count} texts` : source, corpus.vocabulary, scanner)) onNote(note);
  return corpus;
}
