import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkChoice } from "./check-choice.js";
import { checkOptions } from "./check-options.js";
import { givenKind } from "./given-kind.js";
import { shownValue } from "./shown-value.js";

/** Values of every kind, and those that are hard to write in one line, or in words at all. */
const anyValue = fc.oneof(
  fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true, withTypedArray: true }),
  fc.string({ unit: fc.constantFrom("a", "\n", "\r", "\u0085", "\u2028", "\u2029", "\ud800") }),
  fc.constantFrom<unknown>(Symbol("a\nb"), () => "\n", { [Symbol.toStringTag]: "a\nb" }, Object.create(null)),
);
const LINE_END = /[\n\r\u0085\u2028\u2029]/;

describe("shownValue(value)", () => {
  test.each<[unknown, string]>([
    ["3", '"3"'],
    ["a\nb\u2028", '"a\\nb\\u2028"'],
    [5n, "5n"],
    [-0.5, "-0.5"],
    [Number.NaN, "NaN"],
    [true, "true"],
    [null, "null"],
    [undefined, "undefined"],
    [[1, 2], "an array"],
    [Object.create(null), "an object"],
    [Symbol("a\nb"), "a symbol"],
    [() => 1, "a function"],
  ])("of %o is %s", (value, shown) => {
    expect(shownValue(value)).toBe(shown);
  });

  test("is one line of whatever there is", () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        expect(shownValue(value)).not.toMatch(LINE_END);
        expect(givenKind(value)).not.toMatch(LINE_END);
      }),
    );
  });
});

test("checkChoice and checkOptions refuse whatever is given in one line, under the caller's name", () => {
  const messageOf = (call: () => void) => {
    try {
      call();
    } catch (error) {
      return (error as Error).message;
    }
    return undefined;
  };
  const known = { model: true, onEpoch: true } as const;
  fc.assert(
    fc.property(anyValue, (value) => {
      const messages = [
        messageOf(() => checkChoice("train", "model", value as string, ["cbow"])),
        messageOf(() => checkOptions<object>("train", value as object, known)),
        messageOf(() => checkOptions<object>("train", { onEpoch: value }, known)),
        messageOf(() => checkOptions<object>("train", { [String(shownValue(value))]: 1 }, known)),
      ];
      expect(messages[0]).toBeDefined();
      for (const message of messages) {
        if (message === undefined) continue;
        expect(message).toMatch(/^train: (model|the options|there is no option|onEpoch)/);
        expect(message).not.toMatch(LINE_END);
      }
    }),
  );
});
