import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeBinary } from "../formats/binary/decode-binary.js";
import { decodeVectors } from "../formats/decode-vectors.js";
import { encodeVectors } from "../formats/encode-vectors.js";
import { decodeText } from "../formats/text/decode-text.js";
import { approximateIndex } from "../hnsw/approximate-index.js";
import { tableAgreement } from "../quantized/table-agreement.js";
import { mostSimilar } from "../queries/most-similar.js";
import { mostSimilarCosMul } from "../queries/most-similar-cos-mul.js";
import { wordVectors } from "../vectors/word-vectors.js";
import { decodeWordList } from "../word-lists/decode-word-list.js";

/** Values of every kind. */
const anyValue = fc.oneof(
  fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true, withTypedArray: true }),
  fc.constantFrom<unknown>(5n, Symbol("a\nb"), () => 1, "a\nb", [5n]),
);

const v = wordVectors(["tea", "pot", "war"], Float32Array.of(1, 2, 3, 4, 5, 7));
const text = encodeVectors(v, "text");
const binary = encodeVectors(v, "binary");
const npy = encodeVectors(v, "npy");
const list = { words: v.words };

/** Calls with one option or argument, which its name is for, of a caller without types. */
const calls: readonly [name: string, options: readonly string[], call: (options: never) => unknown][] = [
  ["decodeText", ["limit", "duplicates", "unproven"], (o) => decodeText(text, o)],
  ["decodeBinary", ["limit", "duplicates", "unproven"], (o) => decodeBinary(binary, o)],
  [
    "decodeVectors",
    ["limit", "duplicates", "unproven", "format", "listHeader", "listColumn"],
    (o) => decodeVectors(text, o),
  ],
  ["decodeVectors", ["limit", "listColumn"], (o) => decodeVectors(npy, { list, ...(o as object) })],
  ["decodeWordList", ["rows", "header", "column"], (o) => decodeWordList(new TextEncoder().encode("tea\npot\n"), o)],
  ["encodeVectors", ["numbers"], (o) => encodeVectors(v, "npy", o)],
  ["encodeVectors", ["numbers"], (o) => encodeVectors(v, "text", o)],
  ["encodeVectors", ["format"], ({ format }) => encodeVectors(v, format)],
  ["mostSimilar", ["top", "ef", "restrict"], (o) => mostSimilar(v, "tea", o)],
  ["mostSimilarCosMul", ["top", "epsilon", "restrict"], (o) => mostSimilarCosMul(v, "tea", o)],
  ["approximateIndex", ["M", "efConstruction", "seed"], (o) => approximateIndex(v, o)],
  ["tableAgreement", ["sample", "top"], (o) => tableAgreement(v, v, o)],
];

test.each(calls.flatMap(([name, options, call]) => options.map((option) => [name, option, call] as const)))(
  "%s refuses a %s that can't be in one line under its own name",
  (name, option, call) => {
    fc.assert(
      fc.property(anyValue, (value) => {
        let message = `${name}: `;
        try {
          call({ [option]: value } as never);
        } catch (error) {
          message = (error as Error).message;
        }
        expect(message).toMatch(new RegExp(`^${name}: [^\\n]*$`));
      }),
    );
    expect(() => call({ [option]: 5n } as never)).toThrow(/^[a-zA-Z]+: (the )?[a-zA-Z]+ is (5n|a bigint); /);
  },
);

test("encodeVectors writes numbers only as a type that it knows", () => {
  expect(() => encodeVectors(v, "npy", { numbers: "f64" as never })).toThrow(
    'encodeVectors: numbers is "f64"; it must be one of f32, f16, bf16, int8',
  );
});
