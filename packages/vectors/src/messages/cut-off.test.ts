import { expect, test } from "vitest";
import { decodeVectors } from "../formats/decode-vectors.js";
import { encodeVectors } from "../formats/encode-vectors.js";
import { wordVectors } from "../vectors/word-vectors.js";

const words = ["tea", "pot", "cup", "jar"];
const D = 8;
const vectors = wordVectors(
  words,
  Float32Array.from({ length: words.length * D }, (_, i) => i + 0.5),
);

test.each(["binary", "npy", "safetensors"] as const)(
  "the limit that is advised for a file of %s that was cut off reads all its whole rows, wherever it was cut",
  (format) => {
    const whole = encodeVectors(vectors, format);
    const advised = new Set<number>();
    // A binary file may do without its last byte, a newline.
    for (let size = whole.length - 2; size > whole.length - 4 * D * words.length; size--) {
      const cut = whole.subarray(0, size);
      const read = (limit?: number) =>
        decodeVectors(cut, {
          format,
          ...(format === "npy" && { list: { words } }),
          ...(limit !== undefined && { limit }),
        });
      let message = "";
      try {
        read();
      } catch (error) {
        message = String(error);
      }
      expect(message).toContain("was it cut off?");
      const rows = Number(/\{ limit: (\d+) \} reads those that are there/.exec(message)?.[1] ?? 0);
      if (rows > 0) expect(read(rows).words).toEqual(words.slice(0, rows));
      expect(() => read(rows + 1)).toThrow("was it cut off?");
      advised.add(rows);
    }
    expect([...advised]).toEqual([3, 2, 1, 0]);
  },
);
