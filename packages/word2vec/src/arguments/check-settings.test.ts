import { corpusFromText } from "@wordloom/data";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { meanLoss } from "../mean-loss.js";
import type { Word2vecOptions } from "../options.js";
import { train } from "../train.js";
import { settingsOf } from "./settings-of.js";

const corpus = corpusFromText("a b c d e f\n".repeat(20));
const V = corpus.vocabulary.words.length;
const quick = { dimension: 4, epochs: 1, negatives: 2, subsample: 0, maxWords: 1, learningRate: 1 };
const tables = { input: new Float32Array(4 * V), output: new Float32Array(4 * V) };

const trained = (options: object): Promise<string> =>
  train(corpus, { ...quick, ...options } as Word2vecOptions).then(() => "trained", String);
const lossOf = (options: object): Promise<string> =>
  meanLoss(corpus, tables, { negatives: 2, ...options } as object).then(() => "a loss", String);

const odd = [Number.NaN, Number.POSITIVE_INFINITY, -1, 0, 0.5, "5", null, true, [5], 5n];
const inWords = ["NaN", "Infinity", "-1", "0", "0.5", '"5"', "null", "true", "an array", "5n"];

/** Of each option: what it may be, in words; which of the odd values above it takes; what is too large. */
const options: [name: keyof Word2vecOptions, range: string, takes: readonly unknown[], tooLarge?: number][] = [
  ["dimension", "a whole number from 1 to 100000", [], 100_001],
  ["window", "a whole number from 1 to 10000", [], 10_001],
  ["negatives", "a whole number, at least 1", []],
  ["power", "a number from 0 to 10", [0, 0.5], 10.5],
  ["subsample", "a finite number, at least 0", [0, 0.5]],
  ["epochs", "a whole number from 1 to 1000000", [], 1_000_001],
  ["learningRate", "a finite number, at least 0", [0, 0.5]],
  ["endLearningRate", "a finite number, at least 0", [0, 0.5]],
  ["batchSize", "a whole number from 1 to 1000000", [], 1_000_001],
  ["lanes", "a whole number from 1 to 1024", [], 1025],
  ["laneWords", "a whole number from 16 to 32768", [], 32_769],
  ["negativePool", "a whole number from 1 to 32768", [], 32_769],
  ["seed", "a whole number, at least 0", [0], 2 ** 53],
  ["maxWords", "a whole number, at least 1, or Infinity", [Number.POSITIVE_INFINITY]],
  ["threads", "a whole number, at least 1", []],
  ["shrinking", "true or false", [true]],
  ["crossSentences", "true or false", [true]],
];
const ofLoss = options.filter(([name]) =>
  ["window", "negatives", "power", "subsample", "seed", "shrinking", "crossSentences"].includes(name),
);

describe("train(corpus, options)", () => {
  test.each(options)("names %s, its value and that it must be %s", async (name, range, takes, tooLarge) => {
    for (const [i, value] of odd.entries()) {
      const outcome = await trained({ [name]: value });
      expect(outcome).toBe(
        takes.includes(value) ? "trained" : `RangeError: train: ${name} is ${inWords[i]}; it must be ${range}`,
      );
    }
    if (tooLarge !== undefined)
      expect(await trained({ [name]: tooLarge })).toBe(
        `RangeError: train: ${name} is ${tooLarge}; it must be ${range}`,
      );
  });

  test("takes an option that is undefined as one that is not there", async () => {
    for (const [name] of options) expect(await trained({ [name]: undefined })).toBe("trained");
  });

  test("refuses a rate that rises, as the command does", async () => {
    expect(await trained({ learningRate: 0.1, endLearningRate: 0.2 })).toMatchInlineSnapshot(
      `"RangeError: train: endLearningRate is 0.2, above the 0.1 at which the rate starts; it must fall"`,
    );
    expect(await trained({ learningRate: 0.1, endLearningRate: 0.1 })).toBe("trained");
  });
});

describe("settingsOf(options, tokens)", () => {
  const LARGEST = Number.MAX_SAFE_INTEGER;

  test.each<[name: keyof Word2vecOptions, least: number, most: number]>([
    ["dimension", 1, 100_000],
    ["window", 1, 10_000],
    ["negatives", 1, LARGEST],
    ["power", 0, 10],
    ["subsample", 0, Number.MAX_VALUE],
    ["epochs", 1, 1_000_000],
    ["learningRate", 0, Number.MAX_VALUE],
    ["endLearningRate", 0, 0.5],
    ["batchSize", 1, 1_000_000],
    ["lanes", 1, 1024],
    ["laneWords", 16, 32_768],
    ["negativePool", 1, 32_768],
    ["seed", 0, LARGEST],
    ["maxWords", 1, Number.POSITIVE_INFINITY],
    ["threads", 1, LARGEST],
  ])("takes the least and the most that %s may be", (name, least, most) => {
    for (const value of [least, most]) {
      expect(settingsOf({ learningRate: 0.5, [name]: value }, 1000)).toMatchObject({ [name]: value });
    }
  });
});

describe("meanLoss(corpus, tables, options)", () => {
  test.each(ofLoss)("names %s under its own name: %s", async (name, range, takes) => {
    for (const [i, value] of odd.entries()) {
      const outcome = await lossOf({ [name]: value });
      expect(outcome).toBe(
        takes.includes(value) ? "a loss" : `RangeError: meanLoss: ${name} is ${inWords[i]}; it must be ${range}`,
      );
    }
  });
});

describe("whatever an option is given, of any kind", () => {
  const anyValue = fc.oneof(
    fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true, withTypedArray: true }),
    fc.constantFrom<unknown>(5n, Symbol("a\nb"), () => 1, "a\nb", [5n]),
  );
  const names = [...options.map(([name]) => name), "model", "contextGradient"] as const;

  test("is taken, or refused in one line by the name of the option", () => {
    fc.assert(
      fc.property(fc.constantFrom(...names), anyValue, (name, value) => {
        let message = `train: ${name} is `;
        try {
          settingsOf({ [name]: value }, 1000);
        } catch (error) {
          message = (error as Error).message;
        }
        expect(message).toMatch(new RegExp(`^train: (${name}|endLearningRate) is [^\\n]*$`));
      }),
    );
    for (const name of names)
      expect(() => settingsOf({ [name]: 5n }, 1000)).toThrow(`train: ${name} is 5n; it must be `);
  });

  test("is told as a dimension that the tables have not", async () => {
    await fc.assert(
      fc.asyncProperty(
        anyValue.filter((value) => value !== undefined && value !== 4),
        async (dimension) => {
          expect(await lossOf({ dimension })).toMatch(/^RangeError: meanLoss: dimension is [^\n]*, and the tables/);
        },
      ),
    );
    expect(await lossOf({ dimension: 5n })).toContain("meanLoss: dimension is 5n, and the tables have rows of 4");
  });
});
