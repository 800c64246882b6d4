import { expect, test } from "vitest";
import { defaultLearningRate } from "./default-learning-rate.js";

test("defaultLearningRate(model, contextGradient, tokens) is higher for the smaller gradient, and for a long text", () => {
  expect(defaultLearningRate("cbow", "true", 929_589)).toBe(0.1);
  expect(defaultLearningRate("cbow", "true", 16_908_366)).toBe(0.15);
  expect(defaultLearningRate("cbow", "word2vec", 16_908_366)).toBe(0.05);
  expect(defaultLearningRate("skip-gram", "true", 929_589)).toBe(0.025);
});
