import { describe, expect, test } from "vitest";
import { decodeVectors } from "../formats/decode-vectors.js";
import { encodeVectors } from "../formats/encode-vectors.js";
import { decodeText } from "../formats/text/decode-text.js";
import type { ReadingNote } from "../messages/reading-note.js";
import { wordVectors } from "../vectors/word-vectors.js";
import { decodeWordList } from "../word-lists/decode-word-list.js";
import { guessedEncoding } from "./guessed-encoding.js";
import { toUtf8 } from "./text-coding.js";
import { bytesOfWord, wordOfBytes } from "./word-bytes.js";

function bytesOf(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

describe("guessedEncoding(words)", () => {
  // Bytes by Python's codecs.
  test.each([
    [
      "GBK",
      "北京 上海 中国 人民 电脑 今天 学习 语言",
      "b1b1bea9 c9cfbaa3 d6d0b9fa c8cbc3f1 b5e7c4d4 bdf1ccec d1a7cfb0 d3efd1d4",
    ],
    [
      "BIG5",
      "台灣 電腦 今天 學習 語言 國家 人民 世界",
      "a578c657 b971b8a3 a4b5a4d1 bec7b2df bb79a8a5 b0eaae61 a448a5c1 a540acc9",
    ],
    ["EUC-KR", "한국 사람 서울 단어 오늘 학교 언어", "c7d1b1b9 bbe7b6f7 bcadbfef b4dcbeee bfc0b4c3 c7d0b1b3 bef0beee"],
    [
      "Shift_JIS",
      "東京 ありがとう こんにちは 言葉 コンピュータ",
      "938c8b9e 82a082e882aa82c682a4 82b182f182c982bf82cd 8cbe9774 8352839383738385815b835e",
    ],
    [
      "EUC-JP",
      "東京 ありがとう こんにちは 言葉 コンピュータ",
      "c5ecb5fe a4a2a4eaa4aca4c8a4a6 a4b3a4f3a4cba4c1a4cf b8c0cdd5 a5b3a5f3a5d4a5e5a1bca5bf",
    ],
    ["WINDOWS-1251", "москва язык слово мир компьютер", "eceef1eae2e0 ffe7fbea f1ebeee2ee ece8f0 eaeeeceffcfef2e5f0"],
    ["KOI8-R", "москва язык слово мир компьютер", "cdcfd3cbd7c1 d1dad9cb d3cccfd7cf cdc9d2 cbcfcdd0d8c0d4c5d2"],
    ["WINDOWS-1252", "café naïve über garçon señor", "636166e9 6e61ef7665 fc626572 676172e76f6e 7365f16f72"],
    ["WINDOWS-1252", "niño años también más así españa", "6e69f16f 61f16f73 74616d6269e96e 6de173 6173ed 65737061f161"],
    ["WINDOWS-1252", "don’t it’s we’re", "646f6e9274 69749273 7765927265"],
    ["WINDOWS-1254", "ağaç kapı şeker değil güneş", "61f061e7 6b6170fd fe656b6572 6465f0696c 67fc6e65fe"],
    ["WINDOWS-1250", "mąż żona kość są", "6db9bf bf6f6e61 6b6f9ce6 73b9"],
    // As Greek, these have vowels enough, but ς within words.
    ["WINDOWS-1251", "петь есть терпеть тебе теперь", "efe5f2fc e5f1f2fc f2e5f0efe5f2fc f2e5e1e5 f2e5efe5f0fc"],
    // Turkish has letters that others have not; these words are without.
    ["WINDOWS-1252", "çok göz güç", "e76f6b 67f67a 67fce7"],
  ])("is %s for %s", (name, words, hex) => {
    const bytes = hex.split(" ").map(bytesOf);
    const guess = guessedEncoding(bytes);
    if (typeof guess !== "object") throw new Error(`it is ${guess}`);
    expect([guess.isSure, guess.candidates.map((candidate) => candidate.name)]).toEqual([true, [name]]);
    expect(bytes.map((word) => guess.candidates[0].decode(word)).join(" ")).toBe(words);
  });

  // λόγος άνθρωπος καλημέρα γλώσσα: the two differ in Ά alone.
  test.each([
    [["ISO-8859-7", "WINDOWS-1253"], "ebfce3eff2 dcede8f1f9f0eff2 eae1ebe7ecddf1e1 e3ebfef3f3e1"],
    // όμως λαός αυτό λόγια νόμοι: all lower-case letters of Russian, but no vowels.
    [["ISO-8859-7", "WINDOWS-1253"], "fcecf9f2 ebe1fcf2 e1f5f4fc ebfce3e9e1 edfcecefe9"],
    [["WINDOWS-1252", "WINDOWS-1250", "ISO-8859-2"], "6be979"],
    [["WINDOWS-1252"], "646f6e9274"],
    // erdő mező idő, or erdõ mezõ idõ.
    [["WINDOWS-1252", "WINDOWS-1250", "ISO-8859-2"], "657264f5 6d657af5 6964f5"],
  ])("is not sure which of %s it is for %s", (names, hex) => {
    const guess = guessedEncoding(hex.split(" ").map(bytesOf));
    if (typeof guess !== "object") throw new Error(`it is ${guess}`);
    expect([guess.isSure, guess.candidates.map(({ name }) => name)]).toEqual([false, names]);
  });

  test("is none for UTF-8 that was cut", () => {
    const cut = ["한국어", "東京都", "日本語"].map((word) => toUtf8(word).subarray(0, 7));
    expect(guessedEncoding(cut)).toBe("cut");
    expect(guessedEncoding([bytesOf("636166c3")])).toBe("cut");
  });

  test("is nothing for noise", () => {
    expect(guessedEncoding([Uint8Array.of(0xff, 0xfe), Uint8Array.of(0x80, 0xff, 0x81)])).toBeUndefined();
  });

  test.each([
    ["one word in six", "WINDOWS-1252", "636166e9 6e61ef7665 fc626572 676172e76f6e 7365f16f72 80ff"],
    ["a byte of Korean", "EUC-KR", "c7d1b1b9 bbe7b6f7 bcadbfef b4dcbeee bfc0b4c3 c7d0b1b3 bef0beee ff"],
  ])("is what the others tell where %s is damaged", (_, name, hex) => {
    expect(guessedEncoding(hex.split(" ").map(bytesOf))).toMatchObject({ isSure: true, candidates: [{ name }] });
  });

  test.each([
    ["two words in five are noise", "636166e9 6e69f16f fc626572 fffe 80ff81"],
    ["most letters of a word are not ASCII", "61e9e8e0f9 62e9e8e0f9 63e9e8e0f9"],
    ["capitals follow small letters", "636166c9 6e69d16f 7365d16f72"],
    ["more than one byte of Korean is damaged", "c7d1b1b9 bbe7b6f7 ffff fff0"],
    ["an eighth of Korean is damaged", "c7d1b1b9 bbe7b6f7 bcadbfef b4dcbeee bfc0b4c3 c7d0b1b3 bef0beee ff ff"],
  ])("is nothing where %s", (_, hex) => {
    expect(guessedEncoding(hex.split(" ").map(bytesOf))).toBeUndefined();
  });
});

describe("a note of words that are not UTF-8", () => {
  const words = ["the", ..."b1b1bea9 c9cfbaa3 d6d0b9fa".split(" ").map((hex) => wordOfBytes(bytesOf(hex)))];
  const vectors = wordVectors(words, Float32Array.of(1, 2, 3, 4));
  const notesOf = (read: (onNote: (note: ReadingNote) => void) => unknown) => {
    const notes: ReadingNote[] = [];
    read((note) => notes.push(note));
    return notes;
  };
  const note = {
    kind: "not-utf-8",
    message:
      '3 of 4 words are not UTF-8, such as "\\xb1\\xb1\\xbe\\xa9", which would be "北京" in GBK, and kept byte for byte; ' +
      "iconv -f GBK -t UTF-8 converts a file of text",
    count: 3,
  };

  test.each(["text", "binary", "glove", "safetensors"] as const)("is told of %s", (format) => {
    expect(notesOf((onNote) => decodeVectors(encodeVectors(vectors, format), { format, onNote }))).toEqual([note]);
  });

  test.each([
    [
      [0x6b, 0xe9, 0x79],
      'such as "k\\xe9y", which would be "kéy" in WINDOWS-1252 or WINDOWS-1250 or ISO-8859-2, and kept byte for byte; ' +
        "the words do not tell for sure; who made the file knows its encoding, and iconv converts from that",
    ],
    [
      [0x63, 0x61, 0x66, 0xc3],
      'such as "caf\\xc3", and kept byte for byte; they end within a character of UTF-8: were they cut at a number of bytes?',
    ],
  ])("has no command where the words %j do not tell", (bytes, message) => {
    const [{ message: told }] = notesOf((onNote) =>
      decodeText(Uint8Array.from([...toUtf8("1 1\n"), ...bytes, ...toUtf8(" 1\n")]), { onNote }),
    );
    expect(told).toBe(`1 of 1 words is not UTF-8, ${message}`);
  });

  test("is told where the words are in a list", () => {
    const list = decodeWordList(Uint8Array.from(words.flatMap((word) => [...(bytesOfWord(word) ?? []), 0x0a])));
    expect(notesOf((onNote) => decodeVectors(encodeVectors(vectors, "npy"), { list, onNote }))).toEqual([note]);
  });

  test("is none where all are UTF-8", () => {
    expect(notesOf((onNote) => decodeText(toUtf8("2 1\n한국 1\ncafé 2\n"), { onNote }))).toEqual([]);
  });
});
