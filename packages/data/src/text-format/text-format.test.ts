import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { textFormat } from "./text-format.js";

const prose =
  'It was cold , and the wind blew .\nNobody came; 1,234 people stayed at home, they said.\nWhy? "Rain," said he.\n';

describe("textFormat(head, isWhole)", () => {
  test.each([
    ["JSON lines", '{"id": 0, "text": "a b"}\n{"id": 1, "text": "c"}\n'],
    ["JSON lines", '["a", "b"]\r\n["c"]\r\n'],
    ["JSON", '{"text": "a b c"}'],
    ["JSON", '[\n  {\n    "text": "a b'],
    ["JSON", '{\n  "rows": [\n'],
    ["JSON", '["one", "two", '],
    ["CSV", 'order_id,product_ids\n0,"10000 10005"\n1,"10057"\n2,"1"\n'],
    ["CSV", 'id,text\n1,"Good, really good,\nand more, too"\n2,"Bad, ""very"" bad"\n'],
    ["CSV", "milk,bread\nbread\nbutter,milk,tea\ntea,milk\na,b\nc,d\ne,f\ng,h\ni,j\nk,l\nm,n\n"],
    ["CSV", "milk,bread\ntea\nbutter,tea\ntea\n".repeat(3)],
    ["CSV", "a;b c;1,5\nd;e f;2,5\ng;h i;1,0\n"],
    ["CSV", "1,2,3\n4,5,6\n7,8,9\n"],
    ["columns between tabs (TSV)", "id\ttext\n1\tgood film\n2\tbad film\n"],
    ["columns between tabs (TSV)", "the\t1061396\nof\t593677\nand\t416629\n"],
    ["columns between tabs (TSV)", "1\tThe\tDT\t_\n2\tcat\tNN\t_\n\n1\tA\tDT\t_\n"],
    ["HTML", "<!DOCTYPE html>\n<html lang='en'>\n"],
    ["XML", '\n<?xml version="1.0"?>\n<a>'],
    ["XML", "<mediawiki xmlns='x'>"],
    ["HTML or XML", '<div id="1">\n<b class="x">a b</b>\n<b class="x">c d</b>\n'],
    ["SubRip subtitles", "1\n00:00:01,000 --> 00:00:04,000\nHello there\n\n2\n"],
    ["WebVTT subtitles", "WEBVTT\n\n00:01.000 --> 00:04.000\n"],
    ["RTF", "{\\rtf1\\ansi Hello}"],
    ["a table in Markdown", "| a | b |\n|---|---|\n| c | d |\n"],
    ["word vectors in text", "2 3\nthe 0.1 0.2 0.3\nof 0.1 -0.2 1e-3\n"],
    ["word vectors in text", "the 0.1 0.2 0.3 0.4 0.5\nof 0.1 0.2 0.3 0.4 0.5\n"],
    ["a list of words and their counts", "the 9\nof 7\nand 7\nin 3\na 1\n"],
  ])("knows %s", (name, text) => {
    expect(textFormat(text, true)?.name).toBe(name);
  });

  test.each([
    ["prose", prose],
    ["one line", "the cat sat on the mat"],
    ["nothing", ""],
    ["white space", " \n\n"],
    ["tags of language models", "<s> the cat <unk> </s>\n<s> a dog </s>\n<s> it </s>\n"],
    ["the Penn Treebank's", " <unk> N years old will join\n mr. <unk> is chairman\n the N stock\n"],
    ["WikiExtractor's documents", '<doc id="12" title="A">\nA\n\nA is the first letter.\nIt is a vowel.\n</doc>\n'],
    ["walks", "104\n8 7 8 9 8\n106\n13 14 13\n"],
    ["walks of one length, between tabs", "1\t2\t3\n2\t3\t1\n3\t1\t2\n"],
    ["edges", "1 9\n2 8\n3 7\n4 6\n5 5\n"],
    ["tokens between tabs", "the\tcat\nsat\ton\tthe\nmat\n"],
    ["an indented poem", "\tI wandered lonely\n\tas a cloud\n\tthat floats on high\n"],
    ["numbers with commas", "1,234 people came\n2,345 went\n3,456 stayed\n"],
    ["Chinese with ASCII's commas", "今天很好,我们去\n他说,不去\n好,再见\n"],
    ["factored words", "the|DT cat|NN\na|DT dog|NN barks|VB\nit|PR is|VB\n"],
    ["escaped words", "it &apos;s here\ndon &apos;t go\n&quot;hello\n"],
    ["tagged words", "the/DT cat/NN ,/, too/RB\na/DT dog/NN ,/, then/RB\nit/PR ,/, here/RB\n"],
    ["references", "[1] Smith, 1990\n[2] Jones, 1991\n[3] Wu, 1992\n"],
    ["numbers in brackets", "[1]\n[2]\n[3]\n"],
    ["numbers alone", "1 2 3\n4 5 6\n7 8 9\n"],
    [
      "verses",
      "It was many and many a year ago,\nIn a kingdom by the sea,\nThat a maiden there lived whom you may know\nBy the name of Annabel Lee;\n",
    ],
    ["short verses", "It was,\nand so,\nit is,\n"],
    ["verses with commas inside", "Some say, in fire,\nsome say, in ice,\nfrom what I tasted, of desire,\n"],
    ["calls in code", "x := f(a,b)\ny := g(a,b,c)\nz := h(a)\n"],
    ["links of a wiki", "[[1984]] is a novel by Orwell.\nIt is about power.\n"],
    ["links of Markdown", '["Foo"](http://x) is a tool.\nIt is good.\n'],
    ["a chat with names in brackets", "<bob> hello there\n<alice> hi </joke>\n<bob> tea?\n"],
    ["a chat with tabs", "Bob\thow are you\nAnn\tI am fine\nBob\tgood to hear\n"],
    ["titles", "Article 1\nArticle 1\nSection 1\nSection 1\nPart 1\n"],
    ["a table of decimals", "1.5 2.5 3.5 4.5 5.5 6.5\n1.5 2.0 3.5 4.5 5.5 6.5\n1.5 2.0 3.5 4.5 5.5 6.5\n"],
    ["verses that end in the same mark", "the rain;\nthe wind;\nthe sun;\n"],
    ["code", "int tea = 2;\nint pot = 1;\nreturn tea;\n"],
    ["DNA", "GCT TCG TAC\nTTT TAT ACT\nACA ACC GAC\n"],
  ])("takes %s for plain text", (_what, text) => {
    expect(textFormat(text, true)).toBeUndefined();
    expect(textFormat(text, false)).toBeUndefined();
  });

  test("is the same for any kind of line end", () => {
    const lines = fc.array(fc.constantFrom("a,b", '{"a":1}', "a b c", "a\tb c", "x 1", "<p>"), { minLength: 1 });
    fc.assert(
      fc.property(lines, (all) => {
        const [unix, dos, mac] = ["\n", "\r\n", "\r"].map((end) =>
          textFormat(all.map((line) => line + end).join(""), true),
        );
        expect(dos).toEqual(unix);
        expect(mac).toEqual(unix);
      }),
    );
  });

  test("never raises an alarm over sentences of words", () => {
    const word = fc.constantFrom("the", "cat", "1990", "<unk>", "don't", '"', "(", "U.S.", "3.5", "고양이", "I", "—");
    const end = fc.constantFrom(".", " .", ", and so on.", "?", "", ";", " , but no");
    const sentence = fc
      .tuple(fc.array(word, { minLength: 3, maxLength: 12 }), end)
      .map(([words, last]) => words.join(" ") + last);
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 30 }), (sentences) => {
        expect(textFormat(sentences.join("\n"), true)).toBeUndefined();
      }),
    );
  });

  const { WORDLOOM_DATA: data = "" } = process.env;
  const corpora = [
    "ptb/ptb.train.txt",
    "enwiki2015-raw-sample.txt",
    "ko/nsmc-reviews.txt.gz",
    "ko/kowiki-sample.txt.gz",
  ];
  const missing = data === "" ? " (skipped: WORDLOOM_DATA is not set)" : "";
  test.skipIf(missing !== "").each(corpora)(`takes any piece of %s for plain text${missing}`, (name) => {
    if (!existsSync(join(data, name))) return;
    const bytes = readFileSync(join(data, name));
    const text = (name.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
    for (let i = 0; i < 300; i++) {
      const start = text.indexOf("\n", Math.floor((i * text.length) / 301)) + 1;
      for (const size of [300, 4000]) expect(textFormat(text.slice(start, start + size), false)).toBeUndefined();
    }
  });
});
