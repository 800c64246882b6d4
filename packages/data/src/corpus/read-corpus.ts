import { checkChoice, checkOptions, givenKind, requireArgument } from "@wordloom/arguments";
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

export interface CorpusOptions {
  /** `<eos>`, as for the Penn Treebank, or `boundary`, for no token at all. */
  readonly lineEnd?: LineEnd;
  /** What errors call the text, such as its file name. */
  readonly source?: string;
  /**
   * Told what is odd about the text, though it can be read: that it looks like JSON, CSV, a table or another format, that
   * words hold blanks which are not ASCII's, that it has a word `<eos>` of its own.
   */
  readonly onNote?: OnNote;
}

/** A corpus from chunks can say how far it is. */
export interface ReadCorpusOptions extends CorpusOptions {
  readonly onProgress?: OnReadingProgress;
}

/** One of several texts. */
export interface TextSource {
  readonly chunks: ByteSource | null | PromiseLike<ByteSource | null>;
  /** What errors and notes call it, such as a file name. */
  readonly source?: string;
}

/**
 * The corpus of a text. Tokens stand between white space (that of ASCII: space, `\t`, `\n`, `\v`, `\f`, `\r`), and every line
 * is a sentence. A line ends at `\n`, `\r\n` or a `\r` alone. With `<eos>`, each line ends with that token: an empty one too,
 * and a last one that has no newline.
 *
 * Words are taken as they are: case, punctuation, composed or decomposed characters are for the text to settle.
 *
 * @throws Error if the text has a NUL character, a word of more than 1,048,576 bytes, or no words
 *
 * @example
 * corpusFromText("the cat\nthe dog\n").ids // Int32Array [0, 2, 1, 0, 3, 1]: the, cat, <eos>, the, dog, <eos>
 */
export function corpusFromText(text: string, options: CorpusOptions = {}): Corpus {
  if (typeof text !== "string") {
    throw new TypeError(
      `corpusFromText: the text is ${givenKind(text)}; it is a string, lists of words joined by " " and "\\n", and ` +
        "readCorpus reads bytes and files",
    );
  }
  checkOptions("corpusFromText", options, { lineEnd: true, source: true, onNote: true });
  checkChoice("corpusFromText", "lineEnd", options.lineEnd ?? "<eos>", ["<eos>", "boundary"]);
  const { lineEnd = "<eos>", source = UNNAMED, onNote } = options;
  const reading = textReading("corpusFromText", source, tokenScanner(lineEnd), onNote);
  readPiece(reading, text);
  return corpusOf(reading, readToEnd(reading) ? [] : [source], 1);
}

/**
 * The corpus of a text in UTF-8: of a response, a file or blob, a stream, bytes or chunks of them, which may end anywhere, or a
 * promise of any of these.
 * The text is never in memory as a whole. If it is compressed with gzip, of one member or several, it is unpacked; all else is
 * as for {@link corpusFromText}.
 *
 * @throws Error if the bytes are not UTF-8, with the name of what they are if that is known, such as a zip archive; if they
 * have a NUL, a word of more than 1,048,576 bytes, or no words; for gzip that is damaged; for a response that is no success
 * @throws TypeError for a source that is none, or one whose chunks are no bytes
 *
 * @example
 * const corpus = await readCorpus(fetch("/text.txt.gz"));
 */
export function readCorpus(source: TextSource["chunks"], options: ReadCorpusOptions = {}): Promise<Corpus> {
  return corpusOfTexts("readCorpus", [{ chunks: source }], options);
}

/**
 * The corpus of several texts, one after the other, each as for {@link readCorpus}. Where a text ends a line ends, whether or
 * not it has a newline there. A text without words is left out, with a note.
 *
 * @throws Error, naming the text, if its bytes are not UTF-8 or have a NUL, or if no text has words
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
  checkChoice(caller, "lineEnd", options.lineEnd ?? "<eos>", ["<eos>", "boundary"]);
  const { lineEnd = "<eos>", source: name = UNNAMED, onNote, onProgress } = options;
  const scanner = tokenScanner(lineEnd);
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

/** The same chunks; tells how long each was that has been used. */
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
