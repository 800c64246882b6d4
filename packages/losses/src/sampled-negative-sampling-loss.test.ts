import { randomFromSeed } from "@wordloom/random";
import { sampleNegatives, unigramSampler } from "@wordloom/sampling";
import { ids, matrix, parameter } from "@wordloom/tensor";
import { describe, expect, test } from "vitest";
import { negativeSamplingLoss } from "./negative-sampling-loss.js";
import { sampledNegativeSamplingLoss } from "./sampled-negative-sampling-loss.js";

describe("sampledNegativeSamplingLoss(table, negativesOf)", () => {
  test("equals the pure loss with the negatives that the sampler draws", () => {
    const sampler = unigramSampler([1, 4, 3, 2, 1]);
    const table = parameter("W", matrix([[1], [2], [3], [-1], [-2]], "f64"));
    const input = { hidden: matrix([[0.5], [1]], "f64"), targets: ids([2], [1, 3]) };
    const negatives = sampleNegatives(sampler, input.targets.data, 2, randomFromSeed(7));
    const random = randomFromSeed(7);
    const sampled = sampledNegativeSamplingLoss(table, ({ data }) => sampleNegatives(sampler, data, 2, random));

    expect(sampled.forward(input).value).toBe(negativeSamplingLoss(table).forward({ ...input, negatives }).value);
    expect(sampled.parameters).toEqual([table]);
  });

  test("draws anew at every call", () => {
    let calls = 0;
    const table = parameter("W", matrix([[1], [2]], "f64"));
    const loss = sampledNegativeSamplingLoss(table, () => ids([1, 1], [calls++ % 2]));
    const input = { hidden: matrix([[1]], "f64"), targets: ids([1], [0]) };
    const [first, second] = [loss.forward(input).value, loss.forward(input).value];
    expect(calls).toBe(2);
    expect(first).not.toBe(second);
  });
});
