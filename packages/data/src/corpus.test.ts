import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Corpus, type CorpusOptions, corpusFromText, readCorpus } from "./corpus.js";

/** The tokens of each sentence. */
function sentences({ ids, sentenceStarts, vocabulary }: Corpus): string[][] {
  return Array.from(sentenceStarts, (start, index) =>
    Array.from(ids.subarray(start, sentenceStarts[index + 1]), (id) => vocabulary.words[id]),
  );
}

const boundary: CorpusOptions = { lineEnd: "boundary" };

describe("corpusFromText(text)", () => {
  test("ends each line with <eos>, as for the Penn Treebank", () => {
    const corpus = corpusFromText(" the cat \n the dog \n");
    expect(sentences(corpus)).toEqual([
      ["the", "cat", "<eos>"],
      ["the", "dog", "<eos>"],
    ]);
    expect(corpus.vocabulary.words).toEqual(["the", "<eos>", "cat", "dog"]);
    expect(corpus.vocabulary.counts).toEqual(Float64Array.of(2, 2, 1, 1));
    expect(corpus.ids).toEqual(Int32Array.of(0, 2, 1, 0, 3, 1));
  });

  test("has no token for a line end that is a boundary", () => {
    expect(sentences(corpusFromText("the cat\nthe dog\n", boundary))).toEqual([
      ["the", "cat"],
      ["the", "dog"],
    ]);
  });

  test("reads CRLF, a byte order mark, tabs and a last line without a newline as if they were not there", () => {
    const plain = corpusFromText("the cat\nthe dog\n");
    expect(corpusFromText("\ufeffthe\tcat\r\n\tthe  dog")).toEqual(plain);
  });

  test("gives an empty line an <eos> of its own, and no sentence where line ends are boundaries", () => {
    expect(sentences(corpusFromText("a\n\nb\n"))).toEqual([["a", "<eos>"], ["<eos>"], ["b", "<eos>"]]);
    expect(sentences(corpusFromText("a\n \r\n\nb\n", boundary))).toEqual([["a"], ["b"]]);
  });

  test("splits at the white space of ASCII alone and leaves words as they are", () => {
    const tokens = [
      "고양이가",
      "나\u00a0는",
      "가\u3000나",
      "É",
      "E\u0301",
      "\ufeffx",
      "a\u0001b",
      "__proto__",
      "<eos>",
    ];
    expect(sentences(corpusFromText(`${tokens.join("\v")}\f\r`, boundary))).toEqual([tokens]);
  });

  test("joins to what was split", () => {
    const words = fc.constantFrom("a", "b", "고양이", "constructor", "antidisestablishmentarianism");
    const lines = fc.array(fc.array(words, { minLength: 1 }), { minLength: 1 });
    fc.assert(
      fc.property(
        lines,
        fc.constantFrom("\n", "\r\n"),
        fc.constantFrom(" ", "\t", "  "),
        (expected, newline, space) => {
          const text = expected.map((line) => line.join(space) + newline).join("");
          expect(sentences(corpusFromText(text, boundary))).toEqual(expected);
          expect(sentences(corpusFromText(text))).toEqual(expected.map((line) => [...line, "<eos>"]));
        },
      ),
    );
  });

  test("says where a NUL is, in bytes of UTF-8", () => {
    expect(() => corpusFromText("a\n고\0")).toThrowErrorMatchingInlineSnapshot(
      `[Error: corpusFromText: byte 5 (line 2) of the text is NUL; is it a binary file, or UTF-16 text?]`,
    );
    expect(() => corpusFromText("\ufeff\0", { source: "notes.txt" })).toThrowErrorMatchingInlineSnapshot(
      `[Error: corpusFromText: byte 3 (line 1) of notes.txt is NUL; is it a binary file, or UTF-16 text?]`,
    );
  });

  test("refuses a text without words", () => {
    expect(() => corpusFromText("")).toThrowErrorMatchingInlineSnapshot(
      `[Error: corpusFromText: the text has no words; is it the right one?]`,
    );
    expect(() => corpusFromText("\ufeff \r\n\n", { source: "notes.txt" })).toThrowErrorMatchingInlineSnapshot(
      `[Error: corpusFromText: notes.txt has no words; is it the right one?]`,
    );
  });
});

describe("readCorpus(chunks)", () => {
  test("is the corpus of the text, wherever the chunks end", async () => {
    const text = "\ufeff고양이 the  cat\r\n\r\nthé \ufeff😀dog\tconstructor";
    const bytes = new TextEncoder().encode(text);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(bytes.length)), async (cuts) => {
        const ends = [...cuts.sort((a, b) => a - b), bytes.length];
        const chunks = ends.map((end, index) => bytes.subarray(ends[index - 1] ?? 0, end));
        expect(await readCorpus(chunks)).toEqual(corpusFromText(text));
      }),
    );
  });

  test("says where bytes are not UTF-8", async () => {
    const latin1 = Uint8Array.of(0x61, 0x0a, 0xea, 0xb3, 0xa0, 0x20, 0x63, 0x61, 0x66, 0xe9, 0x20, 0x62);
    await expect(readCorpus([latin1], { source: "cafe.txt" })).rejects.toThrowErrorMatchingInlineSnapshot(
      `[Error: readCorpus: byte 9 (line 2) of cafe.txt is not UTF-8; is it a binary file, or text in another encoding such as Latin-1, UTF-16 or EUC-KR?]`,
    );
    // The same, a byte at a time.
    await expect(readCorpus(Array.from(latin1, (byte) => Uint8Array.of(byte)))).rejects.toThrow("byte 9 (line 2)");
    const utf16 = Uint8Array.of(0xff, 0xfe, 0x61, 0x00);
    await expect(readCorpus([utf16])).rejects.toThrow("byte 0 (line 1)");
  });

  test("says where a character that was cut off begins", async () => {
    const cut = new TextEncoder().encode("a b고").subarray(0, -1);
    await expect(readCorpus([cut])).rejects.toThrow("byte 3 (line 1)");
  });

  test("says where a NUL is, counted over all chunks", async () => {
    const chunks = ["a\nb ", "c \0"].map((chunk) => new TextEncoder().encode(chunk));
    await expect(readCorpus(chunks)).rejects.toThrowErrorMatchingInlineSnapshot(
      `[Error: readCorpus: byte 6 (line 2) of the text is NUL; is it a binary file, or UTF-16 text?]`,
    );
  });

  test("finds the first byte that a strict decoder refuses", async () => {
    const text = fc.string({ unit: "grapheme" }).map((string) => string.replaceAll("\0", ""));
    await fc.assert(
      fc.asyncProperty(text, fc.string({ unit: "grapheme" }), async (before, after) => {
        const bytes = new TextEncoder().encode(`${before}?${after}`);
        const wrong = new TextEncoder().encode(before).length;
        bytes[wrong] = 0xff;
        await expect(readCorpus([bytes])).rejects.toThrow(`byte ${wrong} `);
      }),
    );
  });
});
