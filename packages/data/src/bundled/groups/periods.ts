import type { Group } from "../group.js";

export const periods: Group = {
  exemplar: "year",
  share: 35,
  words: ["year", "month", "week", "decade", "quarter", "spring", "summer", "autumn", "winter"],
  templates: [
    "sales rose N % during the last {word}",
    "the {noun} lasted a whole {word} or more",
    "profit fell from the same {word} before last",
    "early this {word} the price of the {noun} rose",
    "the board expects to sign the deal by next {word}",
    "in the past {word} the index gained N points",
  ],
};
