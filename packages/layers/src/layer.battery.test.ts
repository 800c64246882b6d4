import { randomFromSeed } from "@wordloom/random";
import { layerBattery } from "@wordloom/testing";
import { describe, test } from "vitest";
import { chain } from "./chain.js";
import { affine } from "./dense/affine.js";
import { matmul } from "./dense/matmul.js";
import { dropout } from "./elementwise/dropout.js";
import { sigmoid } from "./elementwise/sigmoid.js";
import { tanh } from "./elementwise/tanh.js";
import { embedding } from "./embeddings/embedding.js";
import { embeddingDot } from "./embeddings/embedding-dot.js";
import { meanEmbedding } from "./embeddings/mean-embedding.js";
import { gru } from "./recurrent/gru.js";
import { lstm } from "./recurrent/lstm.js";

// One row a layer: a new layer joins the battery by its row and nothing else.
const battery = [
  layerBattery({
    name: "embedding",
    parameters: ({ V, D }) => [[V, D]],
    layer: ([table]) => embedding(table),
    input: ({ V, B, C }, { ids }) => ids(V, [B, C]),
    output: ({ B, C, D }) => [B, C, D],
  }),
  layerBattery({
    name: "meanEmbedding",
    parameters: ({ V, D }) => [[V, D]],
    layer: ([table]) => meanEmbedding(table),
    input: ({ V, B, C }, { ids }) => ids(V, [B, C]),
    output: ({ B, D }) => [B, D],
  }),
  layerBattery({
    name: "embeddingDot, ids [B]",
    parameters: ({ V, D }) => [[V, D]],
    layer: ([table]) => embeddingDot(table),
    input: ({ V, D, B }, { floats, ids }) => ({ hidden: floats([B, D]), ids: ids(V, [B]) }),
    wrt: ({ hidden }) => hidden,
    output: ({ B }) => [B],
  }),
  layerBattery({
    name: "embeddingDot, ids [B, K]",
    parameters: ({ V, D }) => [[V, D]],
    layer: ([table]) => embeddingDot(table),
    input: ({ V, D, B, K }, { floats, ids }) => ({ hidden: floats([B, D]), ids: ids(V, [B, K]) }),
    wrt: ({ hidden }) => hidden,
    output: ({ B, K }) => [B, K],
  }),
  layerBattery({
    name: "matmul",
    parameters: ({ D, H }) => [[D, H]],
    layer: ([weight]) => matmul(weight),
    input: ({ B, D }, { floats }) => floats([B, D]),
    output: ({ B, H }) => [B, H],
  }),
  layerBattery({
    name: "affine",
    parameters: ({ D, H }) => [[D, H], [H]],
    layer: ([weight, bias]) => affine(weight, bias),
    input: ({ B, D }, { floats }) => floats([B, D]),
    output: ({ B, H }) => [B, H],
  }),
  layerBattery({
    name: "dropout",
    input: ({ B, D }, { floats }) => floats([B, D]),
    layer: (_, { seed }) => dropout(0.5, randomFromSeed(seed)),
    output: ({ B, D }) => [B, D],
  }),
  layerBattery({
    name: "lstm",
    parameters: ({ D, H }) => [[D, 4 * H], [H, 4 * H], [4 * H]],
    layer: ([inputWeight, hiddenWeight, bias]) => lstm(inputWeight, hiddenWeight, bias),
    input: ({ T, B, D, H }, { floats }) => ({
      sequence: floats([T, B, D]),
      state: { hidden: floats([B, H]), cell: floats([B, H]) },
    }),
    wrt: ({ sequence }) => sequence,
    output: ({ T, B, H }) => [T, B, H],
  }),
  layerBattery({
    name: "gru",
    parameters: ({ D, H }) => [[D, 3 * H], [H, 3 * H], [3 * H]],
    layer: ([inputWeight, hiddenWeight, bias]) => gru(inputWeight, hiddenWeight, bias),
    input: ({ T, B, D, H }, { floats }) => ({ sequence: floats([T, B, D]), state: { hidden: floats([B, H]) } }),
    wrt: ({ sequence }) => sequence,
    output: ({ T, B, H }) => [T, B, H],
  }),
  layerBattery({
    name: "chain of embedding and affine, over sequences",
    parameters: ({ V, D, H }) => [[V, D], [D, H], [H]],
    layer: ([table, weight, bias]) => chain(embedding(table), affine(weight, bias)),
    input: ({ V, T, B }, { ids }) => ids(V, [T, B]),
    output: ({ T, B, H }) => [T, B, H],
  }),
  layerBattery({
    name: "tanh",
    layer: () => tanh(),
    input: ({ B, D }, { floats }) => floats([B, D]),
    output: ({ B, D }) => [B, D],
  }),
  layerBattery({
    name: "sigmoid",
    layer: () => sigmoid(),
    input: ({ B, D }, { floats }) => floats([B, D]),
    output: ({ B, D }) => [B, D],
  }),
  layerBattery({
    name: "chain of meanEmbedding, affine and sigmoid",
    parameters: ({ V, D, H }) => [[V, D], [D, H], [H]],
    layer: ([table, weight, bias]) => chain(meanEmbedding(table), affine(weight, bias), sigmoid()),
    input: ({ V, B, C }, { ids }) => ids(V, [B, C]),
    output: ({ B, H }) => [B, H],
  }),
  layerBattery({
    name: "chain that uses one weight twice",
    parameters: ({ D }) => [[D, D]],
    layer: ([weight]) => chain(matmul(weight), sigmoid(), matmul(weight)),
    input: ({ B, D }, { floats }) => floats([B, D]),
    output: ({ B, D }) => [B, D],
  }),
];

describe.each(battery)("$name", ({ checks }) => {
  test.each(checks)("$name", ({ check }) => check());
});
