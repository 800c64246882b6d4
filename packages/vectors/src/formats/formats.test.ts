import { describe, expect, test } from "vitest";
import { wordVectors } from "../vectors/word-vectors.js";
import { encodeVectors } from "./encode-vectors.js";
import { formatNamed, formats, vectorsFormats } from "./formats.js";
import { readers } from "./readers.js";
import { writers } from "./writers.js";

const words = ["tea", "pot", "12"];
const tables = [1, 2, 3, 40].map((D) =>
  wordVectors(
    words,
    Float32Array.from({ length: 3 * D }, (_, i) => i - 2.5),
  ),
);

describe("formats", () => {
  test("have a reader and a writer each", () => {
    const names = formats.map(({ name }) => name).sort();
    expect(Object.keys(readers)).toEqual(names);
    expect(Object.keys(writers)).toEqual(names);
  });

  test("share no ending", () => {
    const endings = formats.flatMap((format) => format.endings);
    expect(new Set(endings).size).toBe(endings.length);
  });

  test.each(formats.map(({ name }) => name))("only %s says that a file of it is its own", (name) => {
    for (const vectors of tables) {
      const bytes = encodeVectors(vectors, name);
      const lines = () => new TextDecoder().decode(bytes).split("\n");
      const found = formats.filter(({ detect }) =>
        detect.by === "signature" ? detect.isFormat(bytes) : detect.isFormat({ bytes, isWhole: true, lines }),
      );
      // What begins with a signature is not asked for its lines.
      const signed = found.filter(({ detect }) => detect.by === "signature");
      expect((signed.length > 0 ? signed : found).map((format) => format.name)).toEqual([name]);
    }
  });
});

describe("vectorsFormats", () => {
  test("says for each format its name, its endings and where the words are", () => {
    expect(vectorsFormats).toEqual(formats.map(({ name, endings, wordsIn }) => ({ name, endings, wordsIn })));
  });
});

describe("formatNamed(name)", () => {
  test("is the format with that name, or an error", () => {
    expect(formatNamed("npy").endings).toEqual(["npy"]);
    expect(() => formatNamed("word2vec" as "text")).toThrow('formatNamed: there is no format "word2vec"');
  });
});
