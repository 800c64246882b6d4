import { describe, expect, test } from "vitest";
import { resultName, speedOptions } from "./speed-command.ts";

const typed = {
  ...({ corpus: "ptb", models: ["cbow"], threads: [1], rounds: 5, slowRounds: 2 } as const),
  ...{ dimension: 100, window: 5, negatives: 5, epochs: 5, seed: 1 },
};

describe("speedOptions(typed)", () => {
  test("keeps every word of the Penn Treebank, and thins out larger corpora", () => {
    expect(speedOptions(typed)).toMatchObject({ minCount: 1, subsample: 0 });
    expect(speedOptions({ ...typed, corpus: "wikipedia" })).toMatchObject({ minCount: 5, subsample: 1e-3 });
    expect(speedOptions({ ...typed, sample: 1e-4, minCount: 2 })).toMatchObject({ minCount: 2, subsample: 1e-4 });
  });

  test("runs the slow layers where that takes seconds, or where they are asked for", () => {
    expect(speedOptions(typed).programs).toContain("layers-adam");
    expect(speedOptions({ ...typed, corpus: "wikipedia" }).programs).not.toContain("layers-adam");
    expect(speedOptions({ ...typed, corpus: "wikipedia", programs: ["layers-sgd"] }).programs).toEqual(["layers-sgd"]);
  });
});

describe("resultName(options)", () => {
  test("is short for the usual settings, and tells others apart", () => {
    const name = (more: object): string => resultName(speedOptions({ ...typed, ...more }));
    expect(name({})).toBe("speed-ptb");
    expect(name({ corpus: "wikipedia" })).toBe("speed-wikipedia");
    expect(name({ sample: 1e-3 })).toBe("speed-ptb-sample-0.001");
    expect(name({ tokens: 5000 })).toBe("speed-ptb-5000-tokens");
    expect(name({ besideBusy: true })).toBe("speed-ptb-beside-busy");
    expect(name({ corpus: "/home/me/my text.txt" })).toBe("speed-own-text");
  });
});
