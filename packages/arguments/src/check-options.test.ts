import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkOptions } from "./check-options.js";

interface Options {
  readonly minCount?: number;
  readonly onEpoch?: (() => void) | undefined;
}

const known = { minCount: true, onEpoch: true } as const;
const elsewhere = { sample: "subsample", workers: "threads", hs: "there is no hierarchical softmax here" };
const check = (options: object): void => checkOptions<Options>("train", options, known, elsewhere);

describe("checkOptions(caller, options, known, elsewhere)", () => {
  test("takes what there is", () => {
    expect(() => check({})).not.toThrow();
    expect(() => check({ minCount: 3, onEpoch: () => {} })).not.toThrow();
    expect(() => check({ onEpoch: undefined })).not.toThrow();
  });

  test.each([
    [{ min_count: 3 }, 'train: there is no option "min_count"; it is called minCount here'],
    [{ MINCOUNT: 3 }, 'train: there is no option "MINCOUNT"; it is called minCount here'],
    [{ hs: 1 }, 'train: there is no option "hs"; there is no hierarchical softmax here'],
    [{ nothing: 1 }, 'train: there is no option "nothing"; there are minCount, onEpoch'],
    [{ onEpoch: 3 }, "train: onEpoch is a value of the kind number; it is a function, which is told"],
    [{ onEpoch: "print" }, 'train: onEpoch is "print"; it is a function, which is told'],
    [[], "train: the options are a list; they are an object, such as { minCount: … }"],
    [new Map(), "train: the options are a list; they are an object, such as { minCount: … }"],
  ])("refuses %j in one line", (options, message) => {
    expect(() => check(options)).toThrow(new TypeError(message));
  });

  test.each([null, 7, "minCount", true])("refuses %j, which is no object", (options) => {
    const message = `train: the options are ${JSON.stringify(options)}; they are an object, such as { minCount: … }`;
    expect(() => check(options as unknown as object)).toThrow(new TypeError(message));
  });

  test.each(["toString", "constructor", "hasOwnProperty"])("refuses %s, which every object has", (name) => {
    expect(() => check({ [name]: 1 })).toThrow(`train: there is no option "${name}"`);
  });

  test("refuses any other name, whatever it is", () => {
    const other = fc.string().filter((name) => !Object.hasOwn(known, name));
    fc.assert(
      fc.property(other, (name) => {
        expect(() => check({ [name]: 1 })).toThrow("train: ");
      }),
    );
  });
});
