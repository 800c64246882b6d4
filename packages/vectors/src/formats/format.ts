import type { ByteWindow, Reading } from "../reading/byte-window.js";
import type { FormatOptions } from "../reading/decode-options.js";
import type { NumberType } from "../tables/dense-chunks.js";
import type { WordVectors } from "../vectors/word-vectors.js";

/**
 * The name of a format: word2vec's `"binary"` and `"text"` (also fastText's `.vec`), `"glove"` (text without a header),
 * NumPy's `"npy"`, `"safetensors"`, and `"tsv"`, the numbers of the Embedding Projector.
 */
export type VectorsFormat = "binary" | "glove" | "npy" | "safetensors" | "text" | "tsv";

/** Facts about a format of files of word vectors. */
export interface FormatFacts {
  /** The name by which options choose the format. */
  readonly name: VectorsFormat;
  /** The endings of file names, without a point, that say the format. */
  readonly endings: readonly string[];
  /**
   * Where the words are: in the `"file"` itself; in a `"list"` beside it; in the Embedding Projector's `"metadata"` beside it;
   * or in the file or, of files by other programs, in a list: `"file or list"`.
   */
  readonly wordsIn: "file" | "file or list" | "list" | "metadata";
}

/** A format, and how a file shows that it has it. */
export interface Format extends FormatFacts {
  /** What messages call it. */
  readonly called: string;
  /** Whether each row is a line of text. */
  readonly isLines: boolean;
  readonly detect: Detection;
}

/** What tells a format: a signature, which are bytes that no other file begins with; or the first lines. */
type Detection =
  | { readonly by: "signature"; readonly isFormat: (start: Uint8Array) => boolean }
  | { readonly by: "lines"; readonly isFormat: (start: FirstLines) => boolean };

/** The beginning of a file, with at least two lines, if they are not too long. */
export interface FirstLines {
  /** Without a byte order mark. */
  readonly bytes: Uint8Array;
  /** Whether these are all the bytes of the file. */
  readonly isWhole: boolean;
  /** Some of the lines as text. */
  readonly lines: () => readonly string[];
}

/** Reads a file of one format. */
export type FormatReader = (window: ByteWindow, options: FormatOptions) => Reading<WordVectors>;

/** Writes files of one format. */
export interface FormatWriter {
  /** Whether numbers can be written as something else than f32. */
  readonly hasNumberTypes: boolean;
  readonly chunks: (vectors: WordVectors, numbers: NumberType | "int8") => Generator<Uint8Array<ArrayBuffer>>;
}
