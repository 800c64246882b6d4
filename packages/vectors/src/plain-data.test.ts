import { once } from "node:events";
import { MessageChannel, receiveMessageOnPort, Worker } from "node:worker_threads";
import { describe, expect, test } from "vitest";
import { expectSameVectors } from "./fixtures/same-vectors.js";
import { decodeBinary } from "./formats/binary/decode-binary.js";
import { decodeVectors } from "./formats/decode-vectors.js";
import { encodeVectors } from "./formats/encode-vectors.js";
import { decodeText } from "./formats/text/decode-text.js";
import { approximateIndex } from "./hnsw/approximate-index.js";
import { toInt8 } from "./quantized/int8.js";
import { int8Vectors } from "./quantized/int8-vectors.js";
import { analogy } from "./queries/analogy.js";
import { distance } from "./queries/distance.js";
import { doesntMatch } from "./queries/doesnt-match.js";
import { mostSimilar, mostSimilarBatch } from "./queries/most-similar.js";
import { mostSimilarCosMul } from "./queries/most-similar-cos-mul.js";
import { similarity } from "./queries/similarity.js";
import { readVectors } from "./reading/read-vectors.js";
import { rowOf } from "./vectors/indexed-vectors.js";
import { wordVectors } from "./vectors/word-vectors.js";
import { decodeWordList } from "./word-lists/decode-word-list.js";
import { encodeWordList } from "./word-lists/encode-word-list.js";

const words = ["tea", "pot", "__proto__", "kettle", "차"];
const data = Float32Array.from({ length: 5 * 3 }, (_, i) => Math.sin(i * i));
const made = wordVectors(words, data, { counts: [50, 40, 30, 20, 10] });
const list = { words, counts: [50, 40, 30, 20, 10] };
const tsv = new TextEncoder().encode("0.5\t1\n2\t3\n");
const vectors = {
  "made by hand": made,
  "of a binary file": decodeBinary(encodeVectors(made, "binary")),
  "of a text file": decodeText(encodeVectors(made, "text")),
  "of GloVe's": decodeVectors(encodeVectors(made, "glove")),
  "of .npy and a list": decodeVectors(encodeVectors(made, "npy"), { list }),
  "of safetensors": decodeVectors(encodeVectors(made, "safetensors")),
  "of the projector": decodeVectors(tsv, { list: { words: ["tea", "pot"] } }),
  "of a stream": await readVectors(new Blob([encodeVectors(made, "text")]).stream()),
  "with a limit": decodeVectors(encodeVectors(made, "text"), { limit: 2 }),
  frozen: Object.freeze(decodeText(encodeVectors(made, "text"))),
};
const forms = Object.entries(vectors);

function posted<T>(value: T): T {
  const { port1, port2 } = new MessageChannel();
  port1.postMessage(value);
  const { message } = receiveMessageOnPort(port2) as { message: T };
  port1.close();
  return message;
}

describe("vectors", () => {
  test.each(forms)("are cloned, posted, spread and given as JSON: %s", (_, given) => {
    for (const copy of [structuredClone(given), posted(given), { ...given }]) {
      expectSameVectors(copy, given);
      expect(mostSimilar(copy, "tea")).toEqual(mostSimilar(given, "tea"));
      expect(rowOf(copy, "pot")).toBe(1);
      expect(() => mostSimilar(copy, "teaa")).toThrow("nearest spellings: tea");
    }
    expect(JSON.parse(JSON.stringify(given)).words).toEqual(given.words);
  });

  test.each(forms)("are refused where JSON has taken their Map and their table: %s", (_, given) => {
    const left = JSON.parse(JSON.stringify(given));
    const message =
      /^[\w: ]+: the vectors have lost their map of words or their table; JSON keeps no Map and no typed array: wordVectors\(words, data\) makes them anew, encodeVectors writes a file$/;
    const queries: readonly (() => unknown)[] = [
      () => mostSimilar(left, "tea"),
      () => mostSimilar({ ...left, idOf: given.idOf }, [1, 2, 3]),
      () => mostSimilarBatch(left, ["tea"]),
      () => mostSimilarCosMul(left, "tea"),
      () => analogy(left, "tea", "pot", "kettle"),
      () => similarity(left, "tea", "pot"),
      () => distance(left, "tea", "pot"),
      () => doesntMatch(left, ["tea", "pot", "kettle"]),
      () => approximateIndex(left),
      () => encodeVectors(left, "text"),
    ];
    for (const query of queries) expect(query).toThrow(message);
  });

  test.each(forms)("have a Map of words: %s", (_, given) => {
    expect(given.idOf).toBeInstanceOf(Map);
    expect(given.idOf).toBe(given.idOf);
    expect([...new Map(given.idOf)]).toEqual(given.words.map((word, row) => [word, row]));
    expect(Object.keys(given).slice(0, 5)).toEqual(["words", "dimension", "data", "idOf", "norms"]);
  });

  test.each(forms)("know their words without that Map: %s", (_, given) => {
    expect(given.words.map((word) => rowOf(given, word))).toEqual([...given.words.keys()]);
    expect(["", "toString", "Tea"].map((word) => rowOf(given, word))).toEqual([undefined, undefined, undefined]);
  });

  test("of one byte a number, and an index, are cloned and used", () => {
    const small = int8Vectors(words, toInt8(data, 3));
    expect(mostSimilar(posted(small), "tea")).toEqual(mostSimilar(small, "tea"));
    const index = approximateIndex(made);
    const ask = { index: posted(index) };
    expect(mostSimilar(posted(made), "tea", ask)).toEqual(mostSimilar(made, "tea", { index }));
    expect(structuredClone(decodeWordList(encodeWordList(made)))).toEqual(list);
  });

  test("are sent to a thread and come back", async () => {
    const thread = new Worker(
      `const { parentPort } = require("node:worker_threads");
      parentPort.once("message", (vectors) => parentPort.postMessage({ vectors, row: vectors.idOf.get("pot") }));`,
      { eval: true },
    );
    const given = vectors["of a text file"];
    thread.postMessage(given);
    const [answer] = await once(thread, "message");
    await thread.terminate();
    expect(answer.row).toBe(1);
    expectSameVectors(answer.vectors, given);
  });
});
