import { checkOptions, fileError } from "@wordloom/arguments";
import type { Bytes } from "@wordloom/bytes";
import { readingNames } from "../arguments/gensim-names.js";
import { givenBytes } from "../arguments/given-bytes.js";
import { foreignFormat, refuseContainers } from "../foreign/foreign-format.js";
import { numberList } from "../foreign/number-list.js";
import { quoted } from "../messages/quoted.js";
import { byteOrderMark } from "../reading/byte-order-mark.js";
import { atLeast, type ByteWindow, finished, more, type Reading, wholeWindow } from "../reading/byte-window.js";
import type { DecodeOptions } from "../reading/decode-options.js";
import type { FirstLines, VectorsFormat } from "./format.js";
import { formats } from "./formats.js";
import { lineCause } from "./line-causes/line-cause.js";
import { lineEnd } from "./lines/line-at.js";
import { someLines } from "./lines/line-fault.js";
import { firstLine } from "./lines/text-lines.js";

/** A line is not longer than that. */
const LONGEST_LINE = 1 << 22;

/**
 * Finds out the format of a file by its content.
 *
 * A word2vec file is text if its first row ends in `D` numbers, and binary if it has a byte that no text has; if
 * neither holds, it is binary exactly if rows of binary numbers fill it. Without a header, lines that end in a number
 * are GloVe's, and the projector's if they are nothing but numbers with tabs between them.
 *
 * @throws Error if the file has another format, or is a list of words and counts, classes or ids; the message names what
 * is known
 * @throws TypeError if `bytes` are not in memory, or an option does not exist
 *
 * @example
 * detectFormat(new TextEncoder().encode("1 2\nking 0.5 1\n")) // "text"
 */
export function detectFormat(bytes: Bytes, options: Pick<DecodeOptions, "source"> = {}): VectorsFormat {
  checkOptions("detectFormat", options, { source: true }, readingNames);
  return finished(formatOf(wholeWindow(givenBytes("detectFormat", bytes)), options.source));
}

function* formatOf(window: ByteWindow, source: string | undefined): Reading<VectorsFormat> {
  yield* refuseContainers(window, fileError("decodeVectors", source));
  return yield* detectedFormat(window, source);
}

/** The format of a file that is no container, and of which the window shows the beginning; nothing of it counts as read. */
export function* detectedFormat(window: ByteWindow, source: string | undefined): Reading<VectorsFormat> {
  const error = fileError("decodeVectors", source);
  yield* atLeast(window, 64);
  const start = window.bytes.subarray(window.at, window.end);
  const mark = byteOrderMark(start);
  if (start.length === 0) throw error("the file is empty");
  for (const { name, detect } of formats) if (detect.by === "signature" && detect.isFormat(start)) return name;
  const list = yield* numberList(window);
  if (list !== undefined) throw error(`the file has ${list}`);
  const bytes = yield* firstLines(window);
  const first: FirstLines = { bytes, isWhole: window.isLast, lines: () => someLines(window, window.at + mark) };
  for (const { name, detect } of formats) if (detect.by === "lines" && detect.isFormat(first)) return name;
  const foreign = foreignFormat(window.bytes.subarray(window.at, window.end));
  if (foreign !== undefined) throw error(`the file is ${foreign}`);
  const cause = lineCause(first.lines(), { line: 1 });
  if (cause !== undefined) throw error(`line 1 is ${quoted(firstLine(bytes))}; ${cause}`);
  throw error(
    `line 1 is ${quoted(firstLine(bytes))}; the formats that are known, ${knownFormats()}, start in other ways`,
  );
}

function knownFormats(): string {
  const called = [...new Set(formats.map((format) => format.called))];
  return `${called.slice(0, -1).join(", ")} and ${called.at(-1)}`;
}

/** What is in the window, with at least two lines, if they are not too long, and without a byte order mark. */
function* firstLines(window: ByteWindow): Reading<Uint8Array> {
  for (;;) {
    const start = window.bytes.subarray(window.at, window.end);
    const text = start.subarray(byteOrderMark(start));
    const second = lineEnd(text, 0) + 1;
    if (lineEnd(text, second) < text.length || text.length > LONGEST_LINE) return text;
    if (!(yield* more(window))) return text;
  }
}
