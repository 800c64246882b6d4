import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeVectors } from "../formats/decode-vectors.js";
import { encodeVectors } from "../formats/encode-vectors.js";
import type { VectorsFormat } from "../formats/format.js";
import type { ReadingNote } from "../messages/reading-note.js";
import { readVectors } from "../reading/read-vectors.js";
import { wordVectors } from "../vectors/word-vectors.js";
import { decodeWordList } from "./decode-word-list.js";

const bytes = (text: string) => new TextEncoder().encode(text);

/** Numbers that say which row they are of: row r is r + 0.5, and what tells it from a list of words and counts. */
function table(rows: number): Float32Array {
  return Float32Array.from({ length: 3 * rows }, (_, i) => Math.floor(i / 3) + 0.5);
}

/** A file of numbers alone; safetensors of another program, whose metadata has no words. */
function fileOf(format: VectorsFormat, rows: number): Uint8Array {
  const vectors = wordVectors(
    Array.from({ length: rows }, (_, row) => `${row}`),
    table(rows),
  );
  if (format !== "safetensors") return encodeVectors(vectors, format);
  const header = JSON.stringify({ weight: { dtype: "F32", shape: [rows, 3], data_offsets: [0, 12 * rows] } });
  const length = new Uint8Array(new BigUint64Array([BigInt(header.length)]).buffer);
  return Uint8Array.from([...length, ...bytes(header), ...new Uint8Array(vectors.data.buffer)]);
}

/** The ways in which programs write a list, and whether line 1 could be taken for something else than it is. */
const forms: Record<string, { lines: (words: readonly string[]) => string[]; isUnclear: boolean }> = {
  "a word a line": { lines: (words) => [...words], isUnclear: false },
  "a word a line below a name": { lines: (words) => ["label", ...words], isUnclear: true },
  "words and counts": { lines: (words) => words.map((word, row) => `${word} ${90 - row}`), isUnclear: false },
  "words and counts below names": {
    lines: (words) => ["word\tcount", ...words.map((word, row) => `${word}\t${90 + row}`)],
    isUnclear: false,
  },
  "words and kinds": { lines: (words) => words.map((word) => `${word}\tthing`), isUnclear: true },
  "words and kinds below names": {
    lines: (words) => ["Kind\tWord", ...words.map((word) => `thing\t${word}`)],
    isUnclear: false,
  },
  "rows and words": { lines: (words) => words.map((word, row) => `${row}\t${word}`), isUnclear: false },
  "words and rows": { lines: (words) => words.map((word, row) => `${word} ${row}`), isUnclear: false },
};

describe("any pairing of a table with a list", () => {
  const pairs = fc.record({
    format: fc.constantFrom<VectorsFormat>("npy", "safetensors", "tsv"),
    form: fc.constantFrom(...Object.keys(forms)),
    // The number of one row proves nothing.
    words: fc.uniqueArray(fc.stringMatching(/^q[a-z]{1,2}x$/), { minLength: 2, maxLength: 6 }),
    rows: fc.integer({ min: 1, max: 7 }),
    limit: fc.option(fc.integer({ min: 1, max: 8 }), { nil: undefined }),
    asBytes: fc.boolean(),
  });

  test("gives the rows of its words, or is refused; never rows under other words, untold", async () => {
    await fc.assert(
      fc.asyncProperty(pairs, async ({ format, form, words, rows, limit, asBytes }) => {
        const { lines, isUnclear } = forms[form];
        const list = bytes(`${lines(words).join("\n")}\n`);
        const notes: ReadingNote[] = [];
        const options = {
          ...(limit !== undefined && { limit }),
          list: asBytes ? list : decodeWordList(list, { onNote: (note) => notes.push(note) }),
          onNote: (note: ReadingNote) => notes.push(note),
        };
        const file = fileOf(format, rows);
        const read = () => decodeVectors(file, options);
        if (rows !== words.length && !(isUnclear && Math.abs(rows - words.length) === 1)) {
          expect(read).toThrow(/^decodeVectors: the table has \d rows, the list \d words/);
          await expect(readVectors(file, options)).rejects.toThrow(/the table has \d rows, the list \d words/);
          return;
        }
        const vectors = await readVectors(file, options).catch((error: Error) => error);
        if (vectors instanceof Error) {
          // Without the table, line 1 of several columns is their names.
          const isNames = form === "words and kinds" && !asBytes;
          expect(isUnclear && (rows !== words.length || isNames)).toBe(true);
          return;
        }
        const kept = Math.min(rows, limit ?? rows);
        expect(vectors.data).toEqual(table(rows).slice(0, 3 * kept));
        if (words.length === rows) expect(vectors.words).toEqual(words.slice(0, kept));
        else expect(notes.map(({ kind }) => kind)).toContain("list-header");
        if (vectors.counts !== undefined) expect(form).toMatch("counts");
      }),
      { numRuns: 2000 },
    );
  });
});

describe("decodeVectors(table, { list })", () => {
  const tsv = bytes("1\t2\n3\t4\n5\t6.5\n");
  const read = (list: string, options = {}) => {
    const notes: string[] = [];
    const { words, counts } = decodeVectors(tsv, {
      list: bytes(list),
      onNote: ({ message }) => notes.push(message),
      ...options,
    });
    return { words, counts, notes };
  };

  test("drops the name of the only column where the list has a line more than the table has rows", () => {
    expect(read("label\ntea\npot\ncup\n")).toEqual({
      words: ["tea", "pot", "cup"],
      counts: undefined,
      notes: [
        'line 1 of the list, "label", is taken for the name of its column, since the table has 3 rows and the list a line more',
      ],
    });
    expect(read("label\ntea\npot\ncup\n", { limit: 2 }).words).toEqual(["tea", "pot"]);
    expect(() => read("milk\ntea\npot\ncup\n", { limit: 2 })).toThrow("the table has 3 rows, the list 4 words");
    // What has a count is a word.
    expect(() => read("label 9\ntea 8\npot 7\ncup 5\n")).toThrow("the table has 3 rows, the list 4 words");
    expect(read("milk\ntea\npot\ncup\n", { listHeader: true }).words).toEqual(["tea", "pot", "cup"]);
  });

  test("keeps a first word that could be a name where the counts agree, and says so", () => {
    expect(read("label\ntea\npot\n")).toMatchObject({
      words: ["label", "tea", "pot"],
      notes: [expect.stringContaining('line 1 of the list, "label", is taken for a word')],
    });
    expect(() => read("label\ntea\npot\n", { listHeader: true })).toThrow("the table has 3 rows, the list 2 words");
  });

  test("takes line 1 of several columns for a word where the list has as many lines as the table has rows", () => {
    expect(read("tea\tdrink\npot\tthing\ncup\tthing\n")).toMatchObject({
      words: ["tea", "pot", "cup"],
      notes: [expect.stringMatching(/^line 1 of the list, "tea\\tdrink", is taken for a word/)],
    });
    expect(() => read("tea\tdrink\npot\tthing\ncup\tthing\n", { listHeader: true })).toThrow("the list 2 words");
    // A name that is usual, and a column of numbers below a name, are names of columns whatever the counts.
    expect(() => read("title\tdrink\npot\tthing\ncup\tthing\n")).toThrow("3 rows, the list 2 words");
    expect(() => read("tea\tdrink\npot\t7.5\ncup\t8\n")).toThrow("3 rows, the list 2 words");
  });

  test("takes numbers of rows for what they are", () => {
    expect(read("0 1001\n1 1002\n2 1003\n")).toMatchObject({
      words: ["1001", "1002", "1003"],
      counts: undefined,
      notes: [expect.stringMatching(/^the list has the number of its row before each word/)],
    });
    expect(read("0\ttea\n1\tpot\n2\tcup\n").words).toEqual(["tea", "pot", "cup"]);
    expect(read("1 tea\n2 pot\n3 hot water\n").words).toEqual(["tea", "pot", "hot water"]);
    expect(read("tea 0\npot 1\ncup 2\n")).toMatchObject({ words: ["tea", "pot", "cup"], counts: undefined });
    expect(read("\ttoken\n0\ttea\n1\tpot\n2\tcup\n").words).toEqual(["tea", "pot", "cup"]);
    expect(read("0 1001\n1 1002\n2 1003\n", { listColumn: 1 }).words).toEqual(["0", "1", "2"]);
    expect(read("0 1001\n1 1002\n2 1003\n", { listColumn: "line" }).words).toEqual(["0 1001", "1 1002", "2 1003"]);
  });

  test("takes what uniq -c writes, with tabs, for counts and words", () => {
    const notes = [expect.stringMatching(/^column 1 of the list has counts, as uniq -c writes them, and column 2/)];
    expect(read("9\ttea\n7\tpot\n7\tcup\n")).toEqual({ words: ["tea", "pot", "cup"], counts: [9, 7, 7], notes });
    const padded = "      7\ttea\n     12\t2019\n      9\tcup\n";
    expect(read(padded)).toEqual({ words: ["tea", "2019", "cup"], counts: undefined, notes });
    expect(decodeWordList(bytes("9\ttea\n7\tpot\n"))).toEqual({ words: ["tea", "pot"], counts: [9, 7] });
    // Years are no counts, and words that are numbers may have something else behind them.
    expect(read("2019\ttea\n2020\tpot\n2021\tcup\n").words).toEqual(["2019", "2020", "2021"]);
    expect(read("9\t0.5\n8\t0.25\n7\t0.125\n").words).toEqual(["9", "8", "7"]);
    expect(read("9\ttea\n8\tpot\n7\tcup\n", { listColumn: 1 }).words).toEqual(["9", "8", "7"]);
  });

  test("takes whole numbers behind words that are numbers for counts only if they fall", () => {
    expect(read("357 45\n12 40\n99 3\n")).toMatchObject({ words: ["357", "12", "99"], counts: [45, 40, 3], notes: [] });
    expect(read("357 3\n12 40\n99 45\n")).toMatchObject({ words: ["357", "12", "99"], counts: undefined });
    expect(read("357 3\n12 40\n99 45\n").notes[0]).toMatch("which does not fall");
    expect(read("</s> 0\ntea 40\npot 3\n").counts).toEqual([0, 40, 3]);
    expect(read("2019\n2020\n2021\n")).toMatchObject({ words: ["2019", "2020", "2021"], notes: [] });
  });

  test("refuses numbers of rows that are not in the order of the lines", () => {
    expect(() => read("tea\t2\npot\t0\ncup\t1\n")).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeWordList: line 1 has the number 2: the numbers are those of the rows, 0 to 2, and the lines are not in their order; this puts them into it: sort -t "$(printf '\\t')" -k2,2n FILE > OUT; if they are counts, a line 1 of word, a tab and count says so; { listColumn: 1 } takes column 1, { listColumn: "line" } whole lines]`,
    );
    for (const list of [
      "tea 2\npot 0\ncup 1\n",
      "tea\t1\npot\t3\ncup\t2\n",
      "word\tid\ntea\t2\npot\t0\ncup\t1\n",
      "word\tid\ntea\t2\npot\t1\ncup\t0\n",
      "word id\ntea 2\npot 1\ncup 0\n",
      "id\tword\n2\ttea\n1\tpot\n0\tcup\n",
      "index\tword\tcount\n2\ttea\t9\n0\tpot\t8\n1\tcup\t7\n",
      "2\ttea\n1\tpot\n0\tcup\n",
      "2\ttea\t5\n1\tpot\t4\n0\tcup\t2\n",
      "0 tea\n2 pot\n1 cup\n",
      "0 1001\n2 1002\n1 1003\n",
    ]) {
      for (const limit of [1, 3]) expect(() => read(list, { limit })).toThrow("are those of the rows");
    }
    expect(() => read("tea\t3\npot\t1\ncup\t2\n")).toThrow(
      "line 1 has the number 3: the numbers are those of the rows, 1 to 3",
    );
    expect(read("tea\t2\npot\t0\ncup\t1\n", { listColumn: 1 }).words).toEqual(["tea", "pot", "cup"]);
    expect(read("0 tea\n2 pot\n1 cup\n", { listColumn: "line" }).words).toEqual(["0 tea", "2 pot", "1 cup"]);
  });

  test("takes any permutation of more than two numbers for those of rows, in order or refused, or falling", () => {
    const shuffled = fc.tuple(fc.integer({ min: 3, max: 40 }), fc.constantFrom(0, 1)).chain(([V, first]) =>
      fc.shuffledSubarray(
        Array.from({ length: V }, (_, row) => first + row),
        { minLength: V },
      ),
    );
    fc.assert(
      fc.property(shuffled, fc.constantFrom(" ", "\t"), fc.boolean(), (numbers, separator, isFirst) => {
        const lines = numbers.map((number, row) =>
          isFirst ? `${number}${separator}w${row}x` : `w${row}x${separator}${number}`,
        );
        const isOrdered = numbers.every((number, row) => row === 0 || number > numbers[row - 1]);
        const isFalling = numbers.every((number, row) => row === 0 || number < numbers[row - 1]);
        const list = () => decodeWordList(bytes(`${lines.join("\n")}\n`), { rows: numbers.length });
        if (!isOrdered && !(isFalling && !isFirst)) {
          expect(list).toThrow("are those of the rows");
          return;
        }
        const words = numbers.map((_, row) => `w${row}x`);
        expect(list()).toEqual(isOrdered ? { words } : { words, counts: numbers });
      }),
    );
  });

  test("keeps counts that happen to be such numbers and fall, and says so; and those that are called counts", () => {
    expect(read("tea 3\npot 2\ncup 1\n")).toMatchObject({
      words: ["tea", "pot", "cup"],
      counts: [3, 2, 1],
      notes: [expect.stringContaining("fall, and are taken for counts")],
    });
    expect(read("word\tcount\ntea\t2\npot\t3\ncup\t1\n")).toMatchObject({ counts: [2, 3, 1], notes: [] });
    expect(read("word count\ntea 2\npot 3\ncup 1\n")).toMatchObject({ counts: [2, 3, 1], notes: [] });
    expect(read("tea 5\npot 2\ncup 1\n")).toMatchObject({ counts: [5, 2, 1], notes: [] });
    expect(read("tea 2\npot 3\ncup 2\n")).toMatchObject({ counts: [2, 3, 2], notes: [] });
  });

  test("refuses what is no list", () => {
    expect(() => read("tea 0.5 0.25\npot 0.5 1\ncup 0.5 -2e3\n")).toThrow(
      "decodeWordList: its lines are a word and 2 numbers, as vectors have them; a list has words, or words and counts",
    );
    expect(() => read("2 2\ntea 0.5 0.25\npot 0.5 1\n")).toThrow("its lines are a word and 2 numbers");
    expect(() => read("tea\tx\npot\t1\ncup\t2\n", { listColumn: 3 })).toThrow("column 3 is to have the words");
    expect(() => read("tea\n", { listColumn: 0 })).toThrow("decodeVectors: listColumn is 0; it must be a whole number");
  });

  test("says that it does not look at a list where the file has words", () => {
    const notes: ReadingNote[] = [];
    const { words } = decodeVectors(bytes("1 2\ntea 0.5 0.25\n"), {
      list: { words: ["pot"] },
      onNote: (note) => notes.push(note),
    });
    expect(words).toEqual(["tea"]);
    expect(notes.map(({ kind }) => kind)).toEqual(["list-unused"]);
  });

  test("takes the list that is given, not the words in the metadata of safetensors", () => {
    const file = encodeVectors(wordVectors(["a", "b"], Float32Array.of(1, 2)), "safetensors");
    const notes: ReadingNote[] = [];
    const options = { list: { words: ["c", "d"] }, onNote: (note: ReadingNote) => notes.push(note) };
    expect(decodeVectors(file, options).words).toEqual(["c", "d"]);
    expect(notes.map(({ kind }) => kind)).toEqual(["own-words-unused"]);
    expect(() => decodeVectors(file, { list: { words: ["c"] }, limit: 1 })).toThrow("2 rows, the list 1 words");
  });
});
