import { randomFromSeed } from "@wordloom/random";
import { wordVectors } from "@wordloom/vectors";
import fc from "fast-check";
import { expect, test } from "vitest";
import { evaluateAnalogies } from "./evaluate-analogies.js";
import { evaluateBats } from "./evaluate-bats.js";
import { evaluateWordPairs } from "./evaluate-word-pairs.js";

/** Values of every kind. */
const anyValue = fc.oneof(
  fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true, withTypedArray: true }),
  fc.constantFrom<unknown>(5n, Symbol("a\nb"), () => 1, "a\nb", [5n]),
);

const v = wordVectors(["tea", "pot", "war"], Float32Array.of(1, 2, 3, 4, 5, 7));
const random = randomFromSeed(1);
const sections = [{ name: "s", kind: "semantic" as const, questions: [["tea", "pot", "war", "tea"] as const] }];
const pairs = [
  { word: "tea", answers: ["pot"] },
  { word: "pot", answers: ["war"] },
];
const categories = [{ name: "c", group: "g", kind: null, pairs }];
const wordPairs = [
  { first: "tea", second: "pot", score: 1 },
  { first: "tea", second: "war", score: 2 },
];

const calls: readonly [name: string, options: readonly string[], call: (options: object) => unknown][] = [
  [
    "evaluateAnalogies",
    ["protocol", "unknown", "restrict", "resamples", "confidence", "unit"],
    (o) => evaluateAnalogies(v, sections, { random, resamples: 100, ...o } as never),
  ],
  [
    "evaluateBats",
    ["method", "unknown", "epsilon", "resamples", "confidence"],
    (o) => evaluateBats(v, categories, { random, resamples: 100, method: "3CosMul", ...o } as never),
  ],
  [
    "evaluateWordPairs",
    ["unknown", "restrict", "resamples", "confidence"],
    (o) => evaluateWordPairs(v, wordPairs, { random, resamples: 100, ...o } as never),
  ],
];

test.each(calls.flatMap(([name, options, call]) => options.map((option) => [name, option, call] as const)))(
  "%s refuses %s that can't be in one line under its own name",
  (name, option, call) => {
    expect(() => call({})).not.toThrow();
    fc.assert(
      fc.property(anyValue, (value) => {
        // More resamples than these are no fault, and take their time.
        fc.pre(!(option === "resamples" && Number(typeof value === "number" && value) > 1000));
        let message = `${name}: `;
        try {
          call({ [option]: value });
        } catch (error) {
          message = (error as Error).message;
        }
        expect(message).toMatch(new RegExp(`^${name}: [^\\n]*$`));
      }),
    );
    expect(() => call({ [option]: 5n })).toThrow(`${name}: ${option} is 5n; it must be `);
  },
);
