import { describe, expect, test } from "vitest";
import { readCorpora, readCorpus } from "../corpus/read-corpus.js";

const text = new TextEncoder().encode("the tea is in the pot\nun café\n");
const sources: [string, (bytes: Uint8Array<ArrayBuffer>) => unknown][] = [
  ["bytes", (bytes) => bytes],
  ["a buffer", (bytes) => bytes.slice().buffer],
  ["a Blob", (bytes) => new Blob([bytes])],
  ["a stream", (bytes) => new Blob([bytes]).stream()],
  ["a Response", (bytes) => new Response(bytes)],
  ["a promise of a Response", async (bytes) => new Response(bytes)],
  ["a list of chunks", (bytes) => [bytes.subarray(0, 5), bytes.subarray(5, 5), bytes.subarray(5)]],
];

// @wordloom/bytes has the tests of all sources, and of what is none.
describe("readCorpus(source)", () => {
  test.each(sources)("reads %s", async (_, form) => {
    const read = await readCorpus(form(text) as never);
    expect(read).toEqual(await readCorpus([text]));
    expect(read.vocabulary.words).toContain("café");
    const chunks = form(text) as never;
    expect((await readCorpora([{ chunks }])).ids).toEqual(read.ids);
  });

  test("refuses what is none in one line", async () => {
    await expect(readCorpus("a.txt" as never)).rejects.toThrowErrorMatchingInlineSnapshot(
      `[TypeError: readCorpus: the source is a string; a stream, a response, a file, bytes or chunks would be right; for a text there is corpusFromText, for a path readTextCorpus of @wordloom/data/node]`,
    );
    await expect(readCorpus(new Response("", { status: 404 }))).rejects.toThrow(/^readCorpus: the response is 404/);
  });
});
