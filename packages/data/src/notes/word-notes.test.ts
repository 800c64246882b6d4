import { describe, expect, test } from "vitest";
import { type CorpusOptions, corpusFromText, readCorpora, readCorpus } from "../corpus/read-corpus.js";
import type { ReadingNote } from "./reading-note.js";

function notesOf(text: string, options: CorpusOptions = {}): ReadingNote[] {
  const notes: ReadingNote[] = [];
  corpusFromText(text, { source: "a.txt", ...options, onNote: (note) => notes.push(note) });
  return notes;
}

const plain = "the cat sat on the mat\nthe café is « open » , 한국 中国\n";

describe("onNote", () => {
  test("says nothing about plain text", () => {
    expect(notesOf(plain)).toEqual([]);
    expect(notesOf(plain.replaceAll("\n", "\r\n"))).toEqual([]);
  });

  test("counts lines that end with a carriage return alone", () => {
    expect(notesOf("the cat\rthe dog\r\na mouse\r")).toEqual([
      { kind: "lone-returns", message: "2 lines of a.txt with a carriage return alone for an end", count: 2 },
    ]);
  });

  test("counts the text's own <eos>, unless line ends are no word", () => {
    const text = "the <eos> and\n<eos>\na <unk> </s>\n";
    expect(notesOf(text)).toEqual([
      {
        kind: "own-line-end-word",
        message:
          'a.txt has the word "<eos>" itself, 2 times, and each line end is that word, too; lineEnd: "boundary" makes line ends no word',
        count: 2,
      },
    ]);
    expect(notesOf(text, { lineEnd: "boundary" })).toEqual([]);
  });

  test.each([
    [
      "blanks-in-words",
      "no\u00a0break a\u3000b x\ny\u2028z zero\u200bwidth next\u0085line \ufeffmark\n",
      6,
      "(U+00A0)",
    ],
    ["control-characters", "\u001b[31mred \u0008x\n", 2, "(U+001B)"],
    ["replacement-characters", "caf\ufffd a caf\ufffd\n", 2, "such as caf\ufffd"],
    ["decomposed", "cafe\u0301 \u1112\u1161\u11ab\u1100\u116e\u11a8 한국 हिन्दी ไทย\n", 2, "each for itself: 1;"],
    ["mojibake", "cafÃ© a naÃ¯ve â€œquotedâ€\u009d b\n", 3, "such as cafÃ© for café"],
    ["mojibake", `cafÃ© cafÃ© cafÃ© ${"é ".repeat(26)}\n`, 3, "such as cafÃ© for café"],
    ["mojibake", "한국 과 í•œêµ­ 의 í•œêµ­ í•œêµ­\n", 3, "í•œêµ­ for 한국"],
  ])("counts %s", (kind, text, count, said) => {
    const [note, ...others] = notesOf(text);
    expect(note).toMatchObject({ kind, count });
    expect(note.message).toContain(said);
    expect(others).toEqual([]);
  });

  test.each([
    ["are fewer than three", "cafÃ© a naÃ¯ve b\n"],
    ["are a tenth of those that are not ASCII", `cafÃ© cafÃ© cafÃ© ${"é ".repeat(27)}\n`],
    ["do not become UTF-8", "Ã©Ã Ã©Ã Ã©Ã\n"],
  ])("takes words that look like mojibake for what they are where they %s", (_, text) => {
    expect(notesOf(text)).toEqual([]);
  });

  test.each([
    ["Thai", "ฉันชอบดื่มชาในตอนเช้าวันนี้\nวัตถุท้องฟ้าเป็นสิ่งที่อยู่\n"],
    ["Chinese", "今天天气很好我们一起去公园玩吧\n他说明天不去上班了因为下雨\n"],
    ["Japanese", "吾輩は猫である名前はまだ無い\nどこで生れたかとんと見当がつかぬ\n"],
    ["Khmer", "ភាសាខ្មែរគឺជាភាសាកំណើតរបស់ជនជាតិខ្មែរ\n"],
    ["Burmese", "မြန်မာဘာသာစကားသည်မြန်မာနိုင်ငံ\n"],
  ])("names %s where it is not split into words", (script, text) => {
    const [note] = notesOf(text);
    expect(note).toMatchObject({ kind: "no-spaces" });
    expect(note.message).toContain(`is in ${script}, with `);
  });

  test("takes Chinese, Japanese and Thai that were split into words for what they are", () => {
    expect(notesOf("今天 天气 很 好\n吾輩 は 猫 で ある\nฉัน ชอบ ดื่ม ชา ใน ตอนเช้า\n")).toEqual([]);
  });

  test("names a text that is JSON or CSV, wherever its chunks end", async () => {
    const text = '{"id": 0, "text": "a b"}\n{"id": 1, "text": "c"}\n';
    const [note] = notesOf(text);
    expect(note.message).toBe("a.txt looks like JSON lines (each line is a JSON value); all of it is taken for words");
    const notes: ReadingNote[] = [];
    const bytes = [...new TextEncoder().encode(text)].map((byte) => Uint8Array.of(byte));
    await readCorpus(bytes, { source: "a.txt", onNote: (each) => notes.push(each) });
    expect(notes).toEqual([note]);
  });

  test("ends the reading by what it throws", async () => {
    const chunks = [new TextEncoder().encode("a,b\nc,d\ne,f\n".repeat(10_000)), new Uint8Array([255])];
    const onNote = ({ message }: ReadingNote) => {
      throw new Error(message);
    };
    await expect(readCorpus(chunks, { source: "a.csv", onNote })).rejects.toThrow("a.csv looks like CSV");
  });

  test("names the texts without words among several", async () => {
    const notes: ReadingNote[] = [];
    const texts = ["", "a b", " \n"].map((text, i) => ({
      source: `${i}.txt`,
      chunks: [new TextEncoder().encode(text)],
    }));
    await readCorpora(texts, { onNote: (note) => notes.push(note) });
    expect(notes).toEqual([{ kind: "no-words", message: "texts without words: 2 of 3, 0.txt, 2.txt", count: 2 }]);
  });
});
