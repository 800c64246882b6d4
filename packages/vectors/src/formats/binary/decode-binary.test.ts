import { describe, expect, test } from "vitest";
import type { ReadingNote } from "../../messages/reading-note.js";
import type { DecodeOptions } from "../../reading/decode-options.js";
import { wordVectors } from "../../vectors/word-vectors.js";
import { decodeBinary } from "./decode-binary.js";
import { encodeBinary } from "./encode-binary.js";

const bytes = (text: string) => [...new TextEncoder().encode(text)];
const floats = (...numbers: number[]) => {
  const view = new DataView(new ArrayBuffer(4 * numbers.length));
  for (const [index, number] of numbers.entries()) view.setFloat32(4 * index, number, true);
  return [...new Uint8Array(view.buffer)];
};
const decoded = (...parts: number[][]) => decodeBinary(Uint8Array.from(parts.flat()), { source: "vectors.bin" });

const header = bytes("2 2\n");
const king = [...bytes("king "), ...floats(1, -0.5)];
const cafe = [...bytes("caf"), 0xe9, ...bytes(" "), ...floats(-0, 1e-45)];
const newline = bytes("\n");

describe("decodeBinary(bytes)", () => {
  test.each([
    ["with a newline after each row, as word2vec.c writes", [header, king, newline, cafe, newline]],
    ["without, as gensim writes", [header, king, cafe]],
    ["with one between the rows only", [header, king, newline, cafe]],
  ])("reads rows %s", (_, parts) => {
    const vectors = decoded(...parts);
    expect(vectors.words).toEqual(["king", "caf\udce9"]);
    expect(vectors.dimension).toBe(2);
    expect(vectors.data).toEqual(Float32Array.of(1, -0.5, -0, 1e-45));
    expect(vectors.idOf.get("caf\udce9")).toBe(1);
    expect(vectors.norms[0]).toBe(Math.sqrt(1.25));
  });

  test("reads numbers with the bytes of spaces and newlines", () => {
    const numbers = new Float32Array(Uint8Array.from([0x20, 0x20, 0x20, 0x20, 0x0a, 0x0a, 0x0a, 0x0a]).buffer);
    const row = floats(...numbers);
    expect(decoded(header, bytes("a "), row, newline, bytes("b "), row).data).toEqual(
      Float32Array.of(...numbers, ...numbers),
    );
  });

  test("reads bytes that start anywhere in their buffer", () => {
    const shifted = Uint8Array.from([0, 0, 0, ...header, ...king, ...cafe]).subarray(3);
    expect(decodeBinary(shifted).words).toHaveLength(2);
  });

  test("takes no memory on the word of the header", () => {
    expect(() => decoded(bytes("3000000 300\n"), king)).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeBinary: the header promises a table of 3000000 × 300 numbers, at least 3606000012 bytes; the file has 25; was it cut off? (vectors.bin)]`,
    );
  });

  test("names the byte of the row that the file ends in", () => {
    expect(() =>
      decoded(header, bytes("the-king-of-spain "), floats(1, 2), newline, king.slice(0, -1)),
    ).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeBinary: the file ends inside row 1 of 2, which starts at byte 31; was it cut off? { limit: 1 } reads those that are there (vectors.bin)]`,
    );
    expect(() => decoded(header, bytes("the-king-of-spain "), floats(1, 2), bytes("the-queen"))).toThrow(
      "the file ends inside row 1 of 2, which starts at byte 30",
    );
  });

  test("names the byte of a row without a word", () => {
    expect(() => decoded(header, king, bytes(" "), floats(1, 2), newline, newline)).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeBinary: row 1, at byte 17, has no word; is the dimension 2 right? (vectors.bin)]`,
    );
  });

  test("names the byte of a number that is not finite", () => {
    expect(() => decoded(header, king, bytes("b "), floats(1, Number.NaN))).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeBinary: number 1 of row 1, "b", at byte 23, is NaN; is the file damaged? (vectors.bin)]`,
    );
    expect(() => decoded(header, king, bytes("b "), floats(-Infinity, 1))).toThrow("number 0 of row 1");
  });

  test("names both rows of a word that comes twice", () => {
    expect(() => decoded(header, king, newline, king)).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeBinary: row 1, at byte 18, has the word "king" of row 0 (vectors.bin)]`,
    );
  });

  test("leaves out rows whose word was there before, if told", () => {
    const rows = [header, king, king, newline];
    const { words, data } = decodeBinary(Uint8Array.from(rows.flat()), { duplicates: "skip" });
    expect(words).toEqual(["king"]);
    expect(data).toEqual(Float32Array.of(1, -0.5));
    const damaged = [bytes("3 2\n"), king, king, bytes("b "), floats(1, Number.NaN)].flat();
    expect(() => decodeBinary(Uint8Array.from(damaged), { duplicates: "skip" })).toThrow('number 1 of row 2, "b"');
  });

  describe.each([4, 8, 20])("of rows of %i numbers, the first of which may be a phrase", (D) => {
    const numbers = (seed: number) => Float32Array.from({ length: D }, (_, d) => Math.sin(seed + 7 * d) / 5);
    const withBytes = (seed: number, at: number, bytes: readonly number[]): Float32Array => {
      const made = numbers(seed);
      new Uint8Array(made.buffer).set(bytes, at);
      return made;
    };
    const file = (...parts: (string | Float32Array)[]): Uint8Array =>
      Uint8Array.from(
        parts.flatMap((part) => [...(typeof part === "string" ? bytesIn(part) : new Uint8Array(part.buffer))]),
      );

    // The last number of "a bcd" begins with the byte of a newline, so that the rows seem to be parted by newlines.
    const phrase = withBytes(1, 4 * (D - 1), [0x0a, 0x61, 0x62, 0x3e]);

    test("takes no single newline for a proof that it is none", () => {
      const bytes = file(`2 ${D}\na bcd `, phrase, "word ", numbers(2));
      expect(() => decodeBinary(bytes)).toThrow('reads better as the word "a bcd"');
    });

    test("takes no row without a newline behind a limit for that proof", () => {
      const two = file(`2 ${D}\na bcd `, phrase, "word ", numbers(2));
      const three = file(`3 ${D}\na bcd `, phrase, "word ", numbers(2), "more ", numbers(3));
      for (const bytes of [two, three]) {
        expect(() => decodeBinary(bytes, { limit: 1 })).toThrow('reads better as the word "a bcd"');
      }
    });

    // The first number of "a" has the bytes "bcd ".
    const alike = withBytes(1, 0, [...bytesIn("bcd ")]);

    test("reads it where newlines behind all rows prove it sound", () => {
      for (const rest of [
        ["word ", numbers(2), "\n"],
        ["word ", numbers(2), "\nmore ", numbers(3), "\n"],
      ]) {
        const bytes = file(`${rest.length === 3 ? 2 : 3} ${D}\na `, alike, "\n", ...rest);
        expect(decodeBinary(bytes).words.slice(0, 2)).toEqual(["a", "word"]);
      }
    });

    // All bytes of the numbers of "new" are text, and the last of them is a space.
    const textual = withBytes(1, 0, [...bytesIn(`${"york ".repeat(D).slice(0, 4 * D - 1)} `)]);

    test("reads one that is like text where newlines behind both rows prove it sound", () => {
      const bytes = file(`2 ${D}\nnew `, textual, "\nword ", numbers(2), "\n");
      expect(decodeBinary(bytes).words).toEqual(["new", "word"]);
    });

    test("reads one that is like text before a limit, since a newline is behind it and none behind a phrase", () => {
      const bytes = file(`3 ${D}\nword `, numbers(2), "\nnew ", textual, "\nab ", numbers(3), "\n");
      expect(decodeBinary(bytes, { limit: 2 }).words).toEqual(["word", "new"]);
    });

    test("reads such a row further down, too", () => {
      const bytes = file(`3 ${D}\nword `, numbers(2), "\na ", alike, "\nmore ", numbers(3), "\n");
      expect(decodeBinary(bytes).words).toEqual(["word", "a", "more"]);
    });
  });

  test("reads the first rows of a file whose end is missing", () => {
    const file = Uint8Array.from([bytes("9 2\n"), king, cafe.slice(0, 3)].flat());
    expect(decodeBinary(file, { limit: 1 }).words).toEqual(["king"]);
    expect(() => decodeBinary(file, { limit: 2 })).toThrow("at least 24 bytes");
  });

  test("names the byte from which more follows than the header promised", () => {
    expect(() => decoded(header, king, cafe, newline, king)).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeBinary: 13 bytes follow the 2 rows that the header promised, from byte 31; they begin again with the first, as where gensim 4.2 writes document vectors; { limit: 2 } reads the first 2 rows (vectors.bin)]`,
    );
  });
});

describe("decodeBinary(bytes) of words with spaces and newlines", () => {
  const tea = [...bytes("tea "), ...floats(0.5, -0.75)];
  const notesOf = (parts: number[][], options: DecodeOptions = {}) => {
    const notes: ReadingNote[] = [];
    const { words } = decodeBinary(Uint8Array.from(parts.flat()), { ...options, onNote: (note) => notes.push(note) });
    return { words, kinds: notes.map(({ kind }) => kind) };
  };

  test("refuses a word with a space, though the sizes fit again", () => {
    const file = [
      bytes("2 4\n"),
      bytes("new york "),
      floats(0.1, 0.2, 0.3, 0.4),
      bytes("tea "),
      floats(0.5, 0.6, 0.7, 0.8),
    ];
    expect(() => decoded(...file)).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeBinary: row 0, at byte 4, reads better as the word "new york" and 4 numbers than as "new"; has the word a space in it? a binary file holds no such word: write it as text, or with "_" in their place; { unproven: "accept" } reads the rows as they are cut (vectors.bin)]`,
    );
    const { words, data } = decodeBinary(Uint8Array.from(file.flat()), { unproven: "accept" });
    expect(words).toEqual(["new", ">\udccd\udccc\udccc>tea"]);
    // The f32 of the bytes of "york", 0x6b726f79.
    expect(data[0]).toBe(2.930864630823717e26);
    expect(notesOf(file, { unproven: "accept" }).kinds).toEqual(["doubtful-rows", "not-utf-8"]);
  });

  test.each([
    ["first", 0],
    ["in the middle", 3],
    ["next to last", 6],
    ["last", 7],
  ])("refuses it wherever it is, in either dialect, with a limit behind it: %s", (_, phrase) => {
    for (const end of [newline, []]) {
      for (const rest of ["york", "y", "yor", "york city", "", " york", "\tyork", "\u00a0york", "A?"]) {
        const rows = Array.from({ length: 8 }, (_, row) => [
          ...bytes(row === phrase ? `new ${rest} ` : `w${row} `),
          ...floats(...Array.from({ length: 5 }, (_, d) => Math.sin(5 * row + d + 1))),
          ...end,
        ]);
        for (const limit of [undefined, phrase + 1, 8]) {
          const read = () =>
            decodeBinary(Uint8Array.from([bytes("8 5\n"), ...rows].flat()), { ...(limit && { limit }) });
          expect(read, `${rest} ${limit} ${end}`).toThrow(`row ${phrase}, at byte `);
        }
        if (phrase > 0) {
          const before = decodeBinary(Uint8Array.from([bytes("8 5\n"), ...rows].flat()), { limit: phrase });
          expect(before.words).toHaveLength(phrase);
        }
      }
    }
  });

  test("refuses newlines in words, at their start and inside", () => {
    const next = [...bytes("b "), ...floats(1, 2)];
    const three = bytes("3 2\n");
    expect(() => decoded(three, king, newline, tea, next)).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeBinary: row 1, at byte 18, "tea", has no newline behind it, as the rows before have; has a word a space or a newline in it? a binary file holds no such word: write it as text, or with "_" in their place; { unproven: "accept" } reads the rows as they are cut (vectors.bin)]`,
    );
    expect(() => decoded(three, king, tea, newline, next)).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeBinary: row 2, at byte 29, begins with a newline, which row 1 does not; does its word begin with one? a binary file holds no such word: write it as text, or with "_" in their place; { unproven: "accept" } reads the rows as they are cut (vectors.bin)]`,
    );
    expect(() =>
      decoded(three, king, newline, newline, tea, newline, next, newline),
    ).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeBinary: row 1, at byte 18, begins with a second newline; does its word begin with one? a binary file holds no such word: write it as text, or with "_" in their place; { unproven: "accept" } reads the rows as they are cut (vectors.bin)]`,
    );
    expect(() => decoded(three, king, tea, bytes("a\n"), next)).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeBinary: row 2, at byte 29, has a newline in its word, behind "a"; has a word a newline or a space in it? a binary file holds no such word: write it as text, or with "_" in their place; { unproven: "accept" } reads the rows as they are cut (vectors.bin)]`,
    );
    expect(() => decoded(three, newline, king, tea, next)).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeBinary: row 0 begins with a newline, and not each row does; does its word begin with one? a binary file holds no such word: write it as text, or with "_" in their place; { unproven: "accept" } reads the rows as they are cut (vectors.bin)]`,
    );
    expect(() =>
      decoded(three, newline, newline, king, newline, tea, newline, next),
    ).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeBinary: 2 newlines stand before row 0, from byte 4; is the file damaged? (vectors.bin)]`,
    );
    expect(
      decodeBinary(Uint8Array.from([three, king, newline, tea, next].flat()), { unproven: "accept" }).words,
    ).toEqual(["king", "tea", "b"]);
  });

  test("tells of newlines that are missing, or more than there should be", () => {
    expect(notesOf([header, king, newline, tea])).toEqual({ words: ["king", "tea"], kinds: ["newline-missing"] });
    expect(notesOf([header, newline, king, newline, tea]).kinds).toEqual(["newlines-before-rows"]);
    expect(notesOf([header, king, newline, tea, newline, newline]).kinds).toEqual(["newlines-at-end"]);
    expect(notesOf([header, king, newline, tea, newline]).kinds).toEqual([]);
    // Two numbers of a row without newlines prove too little.
    expect(notesOf([header, king, tea]).kinds).toEqual(["few-numbers"]);
  });

  test("reads sound rows of any numbers", () => {
    const row = (word: string, ...numbers: number[]) => [...bytes(`${word} `), ...floats(...numbers)];
    const file = [
      bytes("6 4\n"),
      row("a", 0, 0, 0, 0),
      row("b", 0.1, -0.2, 0.3, 0.05),
      row("c", 168, -50, 20, 3),
      row("d", 1e-5, 2e-5, -1e-5, 3e-5),
      row(">?@", 0.3, 0.2, -0.1, 0.4),
      row("f", 1e-30, 1e-45, -0, 0.1),
    ];
    expect(notesOf(file)).toEqual({ words: ["a", "b", "c", "d", ">?@", "f"], kinds: [] });
  });

  test("reads the rows that the header promises of a file with more, if they are the limit", () => {
    const file = [header, king, tea, king, tea];
    expect(() => decoded(...file)).toThrow(
      "they begin again with the first, as where gensim 4.2 writes document vectors",
    );
    expect(notesOf(file, { limit: 2 })).toEqual({ words: ["king", "tea"], kinds: ["more-rows", "few-numbers"] });
    expect(() => decodeBinary(Uint8Array.from(file.flat()), { limit: 3 })).toThrow("{ limit: 2 } reads");
    const debris = [header, king, tea, [1, 2, 3]].flat();
    expect(() => decodeBinary(Uint8Array.from(debris), { limit: 2 })).toThrow("3 bytes follow the 2 rows");
    // A limit would not be read either, so that none is advised.
    expect(() => decodeBinary(Uint8Array.from(debris))).toThrow(
      "3 bytes follow the 2 rows that the header promised, from byte 29, and are no row; without them the file can be read: head -c 29 FILE > OUT",
    );
    expect(decodeBinary(Uint8Array.from(debris.slice(0, 29))).words).toEqual(["king", "tea"]);
  });

  test("refuses a word of more than a mebibyte, as the writer does", () => {
    const word = "_".repeat(2 ** 20);
    const large = (word: string) => encodeBinary(wordVectors([word], Float32Array.of(1)));
    expect(decodeBinary(large(word)).words[0]).toBe(word);
    expect(() => large(`${word}_`)).toThrow("encodeBinary: the word of row 0 has 1048577 bytes; 1048576 are the most");
    expect(() => decoded(bytes(`1 1\n${word}_ 1234`))).toThrow(
      "row 0, at byte 4, has no space in its first 1048577 bytes",
    );
  });
});

function bytesIn(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
