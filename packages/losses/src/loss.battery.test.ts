import { lossBattery } from "@wordloom/testing";
import { describe, test } from "vitest";
import { hierarchicalSoftmax } from "./hierarchical-softmax.js";
import { huffmanCode } from "./huffman-code.js";
import { negativeSamplingLoss } from "./negative-sampling-loss.js";
import { sigmoidWithLoss } from "./sigmoid-with-loss.js";
import { softmaxWithLoss } from "./softmax-with-loss.js";

// One row a loss: a new loss joins the battery by its row and nothing else.
const battery = [
  lossBattery({
    name: "sigmoidWithLoss",
    input: ({ B, K }, { floats }) => ({ logits: floats([B, K]), labels: floats([B, K]) }),
    wrt: ({ logits }) => logits,
    loss: () => ({ parameters: [], forward: ({ logits, labels }) => sigmoidWithLoss(logits, labels) }),
  }),
  lossBattery({
    name: "hierarchicalSoftmax",
    parameters: ({ V, D }) => [[V - 1, D]],
    input: ({ V, D, B }, { floats, ids }) => ({ hidden: floats([B, D]), targets: ids(V, [B]) }),
    wrt: ({ hidden }) => hidden,
    loss: ([table], { V }) => hierarchicalSoftmax(table, huffmanCode(Array.from({ length: V }, (_, w) => V - w))),
  }),
  lossBattery({
    name: "softmaxWithLoss",
    input: ({ B, V }, { floats, ids }) => ({ logits: floats([B, V]), targets: ids(V, [B]) }),
    wrt: ({ logits }) => logits,
    loss: () => ({ parameters: [], forward: ({ logits, targets }) => softmaxWithLoss(logits, targets) }),
  }),
  lossBattery({
    name: "negativeSamplingLoss",
    parameters: ({ V, D }) => [[V, D]],
    input: ({ V, D, B, K }, { floats, ids }) => ({
      hidden: floats([B, D]),
      targets: ids(V, [B]),
      negatives: ids(V, [B, K]),
    }),
    wrt: ({ hidden }) => hidden,
    loss: ([table]) => negativeSamplingLoss(table),
  }),
];

describe.each(battery)("$name", ({ checks }) => {
  test.each(checks)("$name", ({ check }) => check());
});
