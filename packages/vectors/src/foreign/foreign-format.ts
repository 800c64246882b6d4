import { isSafetensors } from "../formats/safetensors/is-safetensors.js";
import { atLeast, type ByteWindow, type Reading } from "../reading/byte-window.js";
import { fromLatin1 } from "../words/text-coding.js";
import { CONTAINER_START, containerFormat } from "./container-format.js";
import { jsonFormat } from "./json-format.js";

/** The command that unpacks. */
export type Packing = "gzip" | "zstd";

/** Texts that may also be words and numbers, and are named only where those are not found. */
const texts: readonly (readonly [RegExp, string])[] = [
  [/^\s*<(!doctype|html|\?xml)/i, "a web page; was the download refused?"],
  [/^\d+ \d+ \d+ \d+ \d+ \d+ \S+ \S+ *\r?\n/, "floret's hashed table, whose rows have no words"],
];

/** What a file is that is no word vectors, by its first bytes; undefined for what isn't known either. */
export function foreignFormat(start: Uint8Array): string | undefined {
  const container = isSafetensors(start) ? undefined : containerFormat(start);
  if (container !== undefined) return container;
  const text = fromLatin1(start.subarray(0, CONTAINER_START));
  return jsonFormat(text) ?? texts.find(([pattern]) => pattern.test(text))?.[1];
}

/**
 * Looks for what holds vectors in another form before anybody takes the file for one of theirs, told to or not.
 *
 * @param packings - what the file was packed with, the outermost first, so that commands work on what was inside
 * @throws Error for a container, with its name and the way out
 */
export function* refuseContainers(
  window: ByteWindow,
  error: (message: string) => Error,
  packings: readonly Packing[] = [],
): Reading<void> {
  yield* atLeast(window, CONTAINER_START);
  const start = window.bytes.subarray(window.at, window.end);
  const container = isSafetensors(start) ? undefined : containerFormat(start);
  if (container === undefined) return;
  const isCommand = packings.length > 0 && container.includes("FILE");
  const [first, ...others] = packings;
  const unpacked = [`${first} -dc PACKED`, ...others.map((packing) => `${packing} -dc`)].join(" | ");
  throw error(
    `the file is ${container}${isCommand ? `; it is packed, so make that FILE of it before: ${unpacked} > FILE` : ""}`,
  );
}
