import { describe, expect, test } from "vitest";
import { failedChecks, firstMessage } from "./fixtures/failed-checks.js";
import { type SamplerRow, samplerBattery } from "./sampler-battery.js";

interface Stream {
  state: number;
}

function uniform(stream: Stream): number {
  stream.state = (stream.state * 48271) % 0x7fffffff;
  return stream.state / 0x7fffffff;
}

/** Draws by running sums, and the ways to get it wrong. */
const row = (plant: string): SamplerRow<Stream> => {
  let calls = 1;
  return {
    name: "runningSums",
    random(seed) {
      const stream = { state: 1 + (seed % 0x7ffffffe) };
      for (let i = 0; i < 4; i++) uniform(stream);
      return stream;
    },
    draw(weights, N, random) {
      const copy = { ...random };
      const own = { state: calls++ };
      const stream = plant === "leaves the stream" ? copy : plant === "has a seed of its own" ? own : random;
      if (plant === "sorts the weights") (weights as number[]).sort();
      const total = weights.reduce((sum, weight) => sum + weight, 0);
      let before = -1;
      const outcomes = Array.from({ length: plant === "draws one more" ? N + 1 : N }, () => {
        let left = uniform(stream) * total;
        let outcome = weights.findIndex((weight) => {
          left -= weight;
          return left < 0;
        });
        if (plant === "is uniform") outcome = Math.floor(uniform(stream) * weights.length);
        if (plant === "repeats itself" && before >= 0 && uniform(stream) < 0.1) outcome = before;
        if (plant === "squares" && uniform(stream) < 0.2) outcome = weights.indexOf(Math.max(...weights));
        before = outcome;
        return outcome;
      });
      return outcomes;
    },
  };
};

const [range, purity, sameSeed, otherSeed, distribution, independence] = samplerBattery(row("nothing")).checks.map(
  ({ name }) => name,
);

describe("samplerBattery(row)", () => {
  test("finds nothing wrong with a right sampler", () => {
    expect(failedChecks(samplerBattery(row("nothing")))).toEqual([]);
  });

  test.each([
    ["draws one more", range],
    ["is uniform", range],
    ["sorts the weights", purity],
    ["has a seed of its own", sameSeed],
    ["leaves the stream", otherSeed],
    ["is uniform", distribution],
    ["squares", distribution],
    ["repeats itself", independence],
  ])("finds a sampler that %s: %s", (plant, name) => {
    expect(failedChecks(samplerBattery(row(plant)))).toContain(name);
  });

  test("says in one line what is wrong", () => {
    expect(firstMessage(samplerBattery(row("leaves the stream")))).toMatchInlineSnapshot(
      `"64 outcomes came twice in a row from one stream; drawing must move it on"`,
    );
  });
});
