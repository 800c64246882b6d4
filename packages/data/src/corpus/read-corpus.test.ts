import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Corpus } from "./corpus.js";
import { type CorpusOptions, corpusFromText, readCorpora, readCorpus } from "./read-corpus.js";

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

  test("ends a line at LF, CRLF or CR, and a token at any white space of ASCII: no other character does either", () => {
    const unit = fc.constantFrom(..."abé고\u00a0\u0085\u2028\u2029\u3000\u200b\u001c\u0001 \t\v\f\r\n\r\n");
    fc.assert(
      fc.property(fc.string({ unit, minLength: 1 }), (text) => {
        const lines = text.split(/\r\n|\n|\r/).map((line) => line.split(/[ \t\v\f]+/).filter((token) => token !== ""));
        const ended = lines.at(-1)?.length === 0 ? lines.slice(0, -1) : lines;
        fc.pre(lines.flat().length > 0);
        expect(sentences(corpusFromText(text, boundary))).toEqual(lines.filter((line) => line.length > 0));
        expect(sentences(corpusFromText(text))).toEqual(ended.map((line) => [...line, "<eos>"]));
      }),
    );
  });

  test("joins to what was split", () => {
    const words = fc.constantFrom("a", "b", "고양이", "constructor", "antidisestablishmentarianism");
    const lines = fc.array(fc.array(words, { minLength: 1 }), { minLength: 1 });
    fc.assert(
      fc.property(
        lines,
        fc.constantFrom("\n", "\r\n", "\r"),
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
      `[Error: corpusFromText: the text has no words: it is empty; is it the right one?]`,
    );
    expect(() => corpusFromText("\ufeff \r\n\n", { source: "notes.txt" })).toThrowErrorMatchingInlineSnapshot(
      `[Error: corpusFromText: notes.txt has no words: there is nothing but white space in it; is it the right one?]`,
    );
  });
});

describe("readCorpus(chunks)", () => {
  test("is the corpus of the text, wherever the chunks end", async () => {
    const text = "\ufeff고양이 the  cat\r\n\r\nthé \ufeff😀dog\tcons\r\rtructor\n\r";
    const bytes = new TextEncoder().encode(text);
    // The first bytes are read as one piece, to see what they are: cuts are of interest behind them.
    const before = "of all that comes before, ".repeat(50);
    const whole = corpusFromText(before + text.slice(1));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(bytes.length)), async (cuts) => {
        const ends = [...cuts.sort((a, b) => a - b), bytes.length];
        const chunks = ends.map((end, index) => bytes.subarray(ends[index - 1] ?? 0, end));
        expect(await readCorpus(chunks)).toEqual(corpusFromText(text));
        const mark = 3;
        const behind = ends.map((end, index) =>
          bytes.subarray(Math.max(mark, ends[index - 1] ?? 0), Math.max(mark, end)),
        );
        expect(await readCorpus([new TextEncoder().encode(before), ...behind])).toEqual(whole);
      }),
    );
  });

  test("tells a character that is cut from another encoding", async () => {
    const korean = new TextEncoder().encode("tea\n한국");
    await expect(readCorpus(korean.subarray(0, -1), { source: "ko.txt" })).rejects.toThrow(
      "readCorpus: byte 7 (line 2) of ko.txt begins a character that is not whole; was the text cut short",
    );
    // The first byte of a character is a letter in Latin-1.
    await expect(readCorpus(Uint8Array.of(0x63, 0x61, 0x66, 0xe9), { source: "fr.txt" })).rejects.toThrow(
      "readCorpus: byte 3 (line 1) of fr.txt is not UTF-8; is it a binary file, or text in another encoding",
    );
  });

  test("counts line ends of any kind up to a byte that is not UTF-8", async () => {
    const bytes = new TextEncoder().encode("a\r\nb\rc\nd ?");
    bytes[bytes.length - 1] = 0xff;
    for (let cut = 0; cut <= bytes.length; cut++) {
      await expect(readCorpus([bytes.subarray(0, cut), bytes.subarray(cut)])).rejects.toThrow("byte 9 (line 4)");
    }
  });

  test("says after each chunk how far it is", async () => {
    const told: unknown[] = [];
    await readCorpus([Uint8Array.of(97, 32, 98), Uint8Array.of(99)], {
      source: "a",
      onProgress: (each) => told.push(each),
    });
    expect(told).toEqual([
      { source: "a", bytes: 3 },
      { source: "a", bytes: 4 },
    ]);
  });

  test("says where bytes are not UTF-8", async () => {
    const latin1 = Uint8Array.of(0x61, 0x0a, 0xea, 0xb3, 0xa0, 0x20, 0x63, 0x61, 0x66, 0xe9, 0x20, 0x62);
    await expect(readCorpus([latin1], { source: "cafe.txt" })).rejects.toThrowErrorMatchingInlineSnapshot(
      `[Error: readCorpus: byte 9 (line 2) of cafe.txt is not UTF-8; is it a binary file, or text in another encoding such as Latin-1, UTF-16 or EUC-KR?]`,
    );
    // The same, a byte at a time.
    await expect(readCorpus(Array.from(latin1, (byte) => Uint8Array.of(byte)))).rejects.toThrow("byte 9 (line 2)");
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

describe("readCorpora(texts)", () => {
  const utf8 = new TextEncoder();

  test("is the corpus of the texts joined by line ends where they lack one, each without its byte order mark", async () => {
    const texts = fc.array(fc.string({ unit: fc.constantFrom(..."ab \r\n"), minLength: 1 }), { minLength: 1 });
    await fc.assert(
      fc.asyncProperty(texts, fc.constantFrom("<eos>", "boundary"), async (all, lineEnd) => {
        const joined = all.map((text) => (/[^\s][^\r\n]*$/.test(text) ? `${text}\n` : text));
        fc.pre(
          /[ab]/.test(joined.join("")) &&
            !joined.some((text, i) => text.endsWith("\r") && joined[i + 1]?.startsWith("\n")),
        );
        const sources = all.map((text) => ({ chunks: [utf8.encode(`\ufeff${text}`)] }));
        expect(await readCorpora(sources, { lineEnd })).toEqual(corpusFromText(joined.join(""), { lineEnd }));
      }),
    );
  });

  test("names the text that is wrong, and the place in it", async () => {
    const texts = [utf8.encode("a\nb\n"), Uint8Array.of(0x61, 0x0a, 0xff)].map((bytes, i) => ({
      source: `${i}.txt`,
      chunks: [bytes],
    }));
    await expect(readCorpora(texts)).rejects.toThrow("readCorpora: byte 2 (line 2) of 1.txt is not UTF-8");
  });

  test("refuses texts without any word", async () => {
    const texts = ["", " \n"].map((text) => ({ chunks: [utf8.encode(text)] }));
    await expect(readCorpora(texts)).rejects.toThrowErrorMatchingInlineSnapshot(
      `[Error: readCorpora: none of the 2 texts has words; are they the right ones?]`,
    );
    await expect(readCorpora([])).rejects.toThrow("there is no text");
  });
});
