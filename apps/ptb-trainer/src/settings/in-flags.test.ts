import { describe, expect, test } from "vitest";
import { inFlags } from "./in-flags.js";

describe("inFlags(message)", () => {
  test.each([
    ["negatives: 3 is the most that works", "--negatives 3 is the most that works"],
    ["so that minCount: 2 leaves 7 of them", "so that --min-count 2 leaves 7 of them"],
    [
      "subsample: 1e-12 leaves out nearly all words, and subsample: 0 none",
      "--subsample 1e-12 leaves out nearly all words, and --subsample 0 none",
    ],
    ['lineEnd: "boundary" makes line ends no word', "--line-end boundary makes line ends no word"],
    [
      "at a learning rate of 0.0717; a lower one may help",
      "at a learning rate of 0.0717; a lower rate may help, such as --learning-rate 0.03",
    ],
    ["lower dimension, or raise minCount", "lower --dimension, or raise --min-count"],
    [
      "the limit is 4.0 GiB: lower lanes, laneWords or batchSize, or raise minCount",
      "the limit is 4.0 GiB: lower --lanes, --lane-words or --batch-size, or raise --min-count",
    ],
    [
      "the most is 65535: lower laneWords, negativePool, window or negatives",
      "the most is 65535: lower --lane-words, --negative-pool, --window or --negatives",
    ],
    ["a.txt: 3 lines", "a.txt: 3 lines"],
    ["windows of words: 3 lines, and a lower window", "windows of words: 3 lines, and a lower --window"],
  ])("%s", (message, said) => expect(inFlags(message)).toBe(said));
});
