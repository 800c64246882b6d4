import { Tokenizer } from "@huggingface/tokenizers";
import { decodeVectors, tableAgreement, wordVectors } from "@wordloom/vectors";
import * as onnx from "onnxruntime-web/wasm";
import { describe, expect, test } from "vitest";
import { type Model2VecNumbers, model2Vec } from "./model2vec-files.js";

// The two libraries with which transformers.js reads a model.
onnx.env.wasm.numThreads = 1;

const vectors = wordVectors(
  ["the", "king", "queen", "__proto__", "10", "東京", "café"],
  Float32Array.from([1, 2, 4, 8, -1, 0.5, 0.25, 3, 100, -90, 0.125, 1, 0, 0, 0, -4, 5, -6, 1e-3, 2e-3, -3e-3]),
);
const TEXTS = ["The King", "queen", "the   unicorn!king, 東京", "unicorn", "", "__proto__ constructor 10 CAFÉ"];
const WORDS = [["the", "king"], ["queen"], ["the", "king", "東京"], [], [], ["__proto__", "10", "café"]];

/** The mean of words, as ours have them. */
function meanOf(words: readonly string[]): number[] {
  return [0, 1, 2].map((d) => {
    const sum = words.reduce((sum, word) => sum + vectors.data[(vectors.idOf.get(word) ?? 0) * 3 + d], 0);
    return words.length === 0 ? 0 : sum / words.length;
  });
}

function filesOf(numbers: Model2VecNumbers): Map<string, Buffer> {
  const { files } = model2Vec(vectors, numbers);
  return new Map(Array.from(files, ([name, chunks]) => [name, Buffer.concat([...chunks])]));
}

function json(files: ReadonlyMap<string, Buffer>, name: string): object {
  return JSON.parse(String(files.get(name)));
}

/** Texts through the real tokenizer and the real runtime. */
async function embedded(files: ReadonlyMap<string, Buffer>, model: string): Promise<Record<string, number[][]>> {
  const tokenizer = new Tokenizer(json(files, "tokenizer.json"), json(files, "tokenizer_config.json"));
  const lists = TEXTS.map((text) => tokenizer.encode(text).ids);
  const length = Math.max(...lists.map((ids) => ids.length));
  const padding = Number(tokenizer.token_to_id("[UNK]"));
  const padded = lists.map((ids) => Array.from({ length }, (_, i) => ids[i] ?? padding));
  const mask = lists.map((ids) => Array.from({ length }, (_, i) => (i < ids.length ? 1 : 0)));
  const tensor = (rows: number[][]) =>
    new onnx.Tensor("int64", BigInt64Array.from(rows.flat(), BigInt), [rows.length, length]);
  const session = await onnx.InferenceSession.create(files.get(model) ?? new Uint8Array());
  const out = await session.run({ input_ids: tensor(padded), attention_mask: tensor(mask) });
  await session.release();
  return Object.fromEntries(
    Object.entries(out).map(([name, { data, dims }]) => {
      const size = Number(dims.at(-1));
      const numbers = Array.from(data, Number);
      return [name, Array.from({ length: numbers.length / size }, (_, i) => numbers.slice(i * size, (i + 1) * size))];
    }),
  );
}

function expectClose(found: readonly number[], wanted: readonly number[], tolerance: number): void {
  expect(found).toHaveLength(wanted.length);
  for (const [d, number] of wanted.entries()) expect(Math.abs(found[d] - number)).toBeLessThanOrEqual(tolerance);
}

describe("model2Vec(vectors, numbers)", () => {
  test.each([
    ["f32", "onnx/model.onnx", 1e-5],
    ["f16", "onnx/model_fp16.onnx", 100 * 2 ** -11],
    // Half a step of the largest row.
    ["int8", "onnx/model_quantized.onnx", 100 / 127 / 2],
  ] as const)(
    "with %s is a model whose texts are the means of their words, in the libraries of transformers.js",
    async (numbers, model, tolerance) => {
      const { embeddings } = await embedded(filesOf(numbers), model);
      for (const [i, words] of WORDS.entries()) expectClose(embeddings[i], meanOf(words), tolerance);
    },
  );

  test("has a vector for each word of a text, and zeros for unknown words and padding", async () => {
    const { last_hidden_state: states } = await embedded(filesOf("f32"), "onnx/model.onnx");
    const length = states.length / TEXTS.length;
    const row = (text: number, word: number) => states[text * length + word];
    expectClose(row(0, 1), meanOf(["king"]), 0);
    expect([row(2, 1), row(3, 0), row(1, 1)]).toEqual([
      [0, 0, 0],
      [0, 0, 0],
      [0, 0, 0],
    ]);
  });

  test("keeps the scales of int8 where Model2Vec looks for factors, and says so to nobody who doesn't", () => {
    const files = filesOf("int8");
    const table = files.get("model.safetensors") ?? Buffer.alloc(0);
    const header = JSON.parse(table.subarray(8, 8 + Number(table.readBigUInt64LE())).toString());
    expect(header).toMatchObject({
      weights: { dtype: "F32", shape: [8] },
      embeddings: { dtype: "I8", shape: [8, 3] },
    });
    expect(files.has("modules.json")).toBe(false);
    expect(filesOf("f16").has("modules.json")).toBe(true);
  });

  test.each(["f32", "f16", "int8"] as const)("with %s is a table that we read as it was", (numbers) => {
    const files = filesOf(numbers);
    const back = decodeVectors(files.get("model.safetensors") ?? new Uint8Array());
    expect(back.words).toEqual([...vectors.words, "[UNK]"]);
    const known = wordVectors(vectors.words, back.data.slice(0, vectors.data.length));
    expect(tableAgreement(vectors, known).cosine.least).toBeGreaterThan(0.9999);
  });

  test("takes the vocabulary's own word for unknown ones, and leaves it out of means", async () => {
    const own = wordVectors(["<unk>", "a"], Float32Array.of(7, 7, 1, 2));
    const { files, notes } = model2Vec(own, "f32");
    expect(notes).toEqual([
      "Texts are put in lower case and cut at everything except letters and digits.",
      "Unknown words are <unk>; they are left out of the mean of a text.",
    ]);
    const tokenizer = JSON.parse(Buffer.concat([...(files.get("tokenizer.json") ?? [])]).toString());
    expect(tokenizer.model).toEqual({ type: "WordLevel", vocab: { "<unk>": 0, a: 1 }, unk_token: "<unk>" });
    expect(JSON.parse(Buffer.concat([...(files.get("config.json") ?? [])]).toString())).toMatchObject({
      model_type: "model2vec",
      hidden_dim: 2,
      pad_token_id: 0,
    });
  });

  test("refuses words that are not UTF-8", () => {
    const bad = wordVectors(["caf\udce9"], Float32Array.of(1));
    expect(() => model2Vec(bad, "f32")).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: wordTokenizer: the word of row 0, "caf\\udce9", is not UTF-8; tokenizer.json cannot hold it]`,
    );
  });
});
