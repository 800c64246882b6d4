import { describe, expect, test } from "vitest";
import { checkChoice } from "./check-choice.js";
import { givenKind } from "./given-kind.js";
import { isList, requireArgument } from "./require-argument.js";

describe("givenKind(value)", () => {
  test.each<[unknown, string]>([
    [null, "null"],
    [undefined, "undefined"],
    [3, "a number"],
    ["ids", "a string"],
    [[1], "an array"],
    [{}, "an object"],
    [new Float64Array(1), "a Float64Array"],
    [new Int32Array(1), "an Int32Array"],
    [new Error("no"), "an error"],
    [() => 1, "a function"],
    [Promise.resolve(1), "a promise, which is to be awaited first"],
  ])("of %o is %s", (value, kind) => {
    expect(givenKind(value)).toBe(kind);
  });
});

test("requireArgument says what is wrong and what would be right, and takes what is right", () => {
  const message = "encode: the words are a string; they are a list of strings";
  const call = (isRight: boolean) => () =>
    requireArgument("encode", isRight, "the words are", "a b", "they are a list of strings");
  expect(call(false)).toThrow(new TypeError(message));
  expect(call(true)).not.toThrow();
});

test("isList knows arrays and typed arrays from what only has a length", () => {
  const found = [[], new Uint8Array(1), "ab", { length: 1 }, new DataView(new ArrayBuffer(1)), null].map(isList);
  expect(found).toEqual([true, true, false, false, false, false]);
});

test("checkChoice names the choices", () => {
  expect(() => checkChoice("train", "model", "glove", ["cbow", "skip-gram"])).toThrow(
    new RangeError('train: model is "glove"; it must be one of cbow, skip-gram'),
  );
  expect(() => checkChoice("train", "model", "cbow", ["cbow", "skip-gram"])).not.toThrow();
});
