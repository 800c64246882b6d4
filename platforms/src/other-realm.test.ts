import { runInNewContext } from "node:vm";
import { build } from "esbuild";
import { beforeAll, describe, expect, test } from "vitest";
import { root } from "../../tools/workspace.js";
import { inNode, nodes } from "./in-node.js";

// biome-ignore lint/suspicious/noExplicitAny: nothing is known of what comes out of a bundle
type Loose = any;

/** What a page or a test environment has beside the language: here as jest's jsdom has it, of the realm outside. */
const outside = {
  TextDecoder,
  TextEncoder,
  Blob,
  Response,
  ReadableStream,
  MessageChannel,
  atob,
  btoa,
  setTimeout,
  structuredClone,
  console,
  process,
  performance,
};
const names = [
  "arguments",
  "bytes",
  "data",
  "evaluation",
  "layers",
  "losses",
  "models",
  "optimizers",
  "random",
  "sampling",
  "tensor",
  "vectors",
  "wasm",
  "word2vec",
];
let inside: Record<string, Loose>;

beforeAll(async () => {
  const contents = names.map((name) => `export * as ${name} from "./packages/${name}/dist/index.js";`).join("\n");
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: root },
    bundle: true,
    write: false,
    format: "iife",
    globalName: "all",
    target: "esnext",
  });
  inside = runInNewContext(`${outputFiles[0].text}; all`, { ...outside });
});

/** The same as plain lists, for classes of two realms are never equal. */
const plain = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (_, x) => (ArrayBuffer.isView(x) ? Array.from(x as unknown as number[]) : x)));

describe("the packages in a realm of their own, with arrays of another", () => {
  const words = ["tea", "pot", "kettle"];
  const numbers = Float32Array.of(1, 2, 3, 4, 5, 7);

  test("read, write and ask vectors", async () => {
    const { vectors: v } = inside;
    const made = v.wordVectors(words, numbers);
    expect(made.data).toBe(numbers);
    expect(plain(v.mostSimilar(made, Float64Array.of(1, 0)))).toEqual(plain(v.mostSimilar(made, [1, 0])));
    expect(plain(v.mostSimilar(made, { positive: [Float32Array.of(1, 0)], negative: ["tea"] }))).toHaveLength(2);
    expect(plain(v.mostSimilar(made, "tea", { restrict: new Set(["pot"]) }))).toHaveLength(1);
    for (const format of ["text", "binary", "npy", "safetensors"]) {
      const own = v.encodeVectors(made, format);
      const bytes = Uint8Array.from(own);
      const list = v.decodeWordList(new TextEncoder().encode("tea\npot\nkettle\n"));
      for (const source of [
        bytes,
        bytes.buffer,
        own,
        own.buffer,
        new Blob([bytes]),
        new Blob([bytes]).stream(),
        new Response(bytes),
        [bytes],
      ]) {
        const read = await v.readVectors(source, { list });
        expect([format, [...read.words], [...read.data]]).toEqual([format, words, [...numbers]]);
      }
      expect([...v.decodeVectors(bytes, { list }).data]).toEqual([...numbers]);
    }
    const index = v.approximateIndex(made);
    expect(
      plain(v.mostSimilar(made, "tea", { index: v.decodeIndex(Uint8Array.from(v.encodeIndex(index))) })),
    ).toHaveLength(2);
    const small = v.int8Vectors(words, { ...v.toInt8(numbers, 2), codes: Int8Array.from(v.toInt8(numbers, 2).codes) });
    expect(plain(v.mostSimilar(small, "tea"))).toHaveLength(2);
  });

  test("compute with tensors as with those of their own", () => {
    const { layers, optimizers, losses, random, tensor } = inside;
    for (const kind of [Float32Array, Float64Array]) {
      const theirs = { shape: [2, 3], data: kind.from([1, 2, 3, 4, 5, 6]) };
      const precision = kind === Float32Array ? "f32" : "f64";
      const own = tensor.matrix(
        [
          [1, 2, 3],
          [4, 5, 6],
        ],
        precision,
      );
      expect(tensor.precisionOf(theirs)).toBe(precision);
      const row = tensor.matrix([[1, 0, 2]], precision);
      expect(plain(tensor.matmulTransposed(theirs, row))).toEqual(plain(tensor.matmulTransposed(own, row)));
      expect(losses.sigmoidWithLoss(theirs, theirs).value).toBe(losses.sigmoidWithLoss(own, own).value);
      const table = tensor.parameter("W", theirs);
      const { output, backward } = layers.embedding(table).forward(tensor.ids([2], Int32Array.of(1, 0)));
      backward(output);
      const optimizer = optimizers.chainOptimizers(optimizers.clipByGlobalNorm(1), optimizers.momentum(0.1));
      const saved = optimizers.saveState(optimizer.init([table]));
      optimizer.update(optimizers.restoreState(optimizer, [table], saved), [table]);
      expect(plain(table.value.data)).not.toEqual([1, 2, 3, 4, 5, 6]);
    }
    const ids = Int32Array.of(1, 0);
    expect(tensor.ids([2], ids).data).toBe(ids);
    const memory = tensor.zerosIn(tensor.kernelMemory(1000), [2, 2]);
    expect(plain(tensor.matmul(memory, { shape: [2, 1], data: Float32Array.of(1, 2) }))).toEqual({
      shape: [2, 1],
      data: [0, 0],
    });
    const probabilities = Float32Array.of(0.1, 0.2, 0.7);
    expect(random.choice(random.randomFromSeed(1), 3, { probabilities })).toBeLessThan(3);
  });

  test("read texts, train and evaluate", async () => {
    const { data, evaluation, vectors: v, word2vec } = inside;
    const bytes = new TextEncoder().encode("the tea is in the pot\n".repeat(200));
    const own = await word2vec.train(data.corpusFromText(new TextDecoder().decode(bytes)), {
      negatives: 2,
      dimension: 8,
    });
    for (const source of [bytes, new Blob([bytes]), new Response(bytes), [bytes]]) {
      const corpus = await data.readCorpus(source);
      const { vectors } = await word2vec.train(
        { ...corpus, ids: Int32Array.from(corpus.ids) },
        { negatives: 2, dimension: 8 },
      );
      expect(plain(vectors.data)).toEqual(plain(own.vectors.data));
    }
    const made = v.wordVectors(words, numbers);
    const pairs = [
      { first: "tea", second: "pot", score: 1 },
      { first: "tea", second: "kettle", score: 2 },
      { first: "pot", second: "kettle", score: 3 },
    ];
    expect(plain(evaluation.evaluateWordPairs(made, pairs))).toEqual(
      plain(evaluation.evaluateWordPairs(structuredClone(made), pairs)),
    );
  });
});

test.each([1, 2])("train works on %i threads where ArrayBuffer is that of another realm", async (threads) => {
  const program = `import { runInNewContext } from "node:vm";
globalThis.ArrayBuffer = runInNewContext("ArrayBuffer");
const { corpusFromText } = await import("./packages/data/dist/index.js");
const { train } = await import("./packages/word2vec/dist/index.js");
const options = { negatives: 2, dimension: 32, lanes: 2, threads: ${threads} };
const { vectors, threads } = await train(corpusFromText("the tea is in the pot\\n".repeat(200)), options);
console.log(vectors.words.length, threads);`;
  expect(await inNode(nodes[24], program, root)).toBe(`6 ${threads}\n`);
});
