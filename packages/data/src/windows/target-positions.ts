import type { Corpus } from "../corpus/corpus.js";

/**
 * What to do with words that have fewer than `window` words on a side: `"drop"` them as targets, as the book does, or
 * `"shorten"` the window there.
 */
export type WindowEdges = "drop" | "shorten";

/** The positions at which a window's text begins, and at last its length: sentence by sentence, or the whole. */
export function windowBounds(
  { ids, sentenceStarts }: Pick<Corpus, "ids" | "sentenceStarts">,
  crossSentences: boolean,
): Int32Array {
  if (crossSentences) return Int32Array.of(0, ids.length);
  const bounds = new Int32Array(sentenceStarts.length + 1);
  bounds.set(sentenceStarts);
  bounds[sentenceStarts.length] = ids.length;
  return bounds;
}

/** The positions of all targets, in the order of the text. */
export function targetPositions(bounds: Int32Array, window: number, edges: WindowEdges): Int32Array {
  const positions = new Int32Array(bounds[bounds.length - 1]);
  let count = 0;
  for (let piece = 0; piece < bounds.length - 1; piece++) {
    const start = bounds[piece];
    const end = bounds[piece + 1];
    // A word alone has no context at all.
    const margin = edges === "drop" ? window : 0;
    if (end - start < 2) continue;
    for (let position = start + margin; position < end - margin; position++) positions[count++] = position;
  }
  return positions.subarray(0, count);
}
