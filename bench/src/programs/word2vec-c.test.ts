import { describe, expect, test } from "vitest";
import { word2vecSeconds } from "./word2vec-c.ts";

// As word2vec.c prints it: `%c` is 13, the line is overwritten.
const shown = (seconds: number, percent: string) => ({
  seconds,
  text: `\rAlpha: 0.049000  Progress: ${percent}%  Words/thread/sec: 331.42k  `,
});

describe("word2vecSeconds(pieces)", () => {
  test("is the time from the first report to the last, made whole", () => {
    const pieces = [{ seconds: 1, text: "Starting training\nVocab size: 5\n" }, shown(10, "0.50"), shown(12, "40.00")];
    expect(word2vecSeconds([...pieces, shown(29.9, "100.00")])).toEqual({ seconds: expect.closeTo(20, 9) });
  });

  test("takes the last of several reports that came as one piece", () => {
    const both = { seconds: 20, text: shown(0, "10.00").text + shown(0, "98.00").text };
    expect(word2vecSeconds([shown(0, "0.00"), both]).seconds).toBeCloseTo(20 / 0.98, 9);
  });

  test("scales up, and says so, where the program stopped after its first epoch", () => {
    expect(word2vecSeconds([shown(0, "0.00"), shown(4, "20.00")])).toEqual({
      seconds: 20,
      remark: "stopped at 20 % of its epochs; seconds are scaled up",
    });
  });

  test.each([[[]], [[shown(1, "3.00")]], [[shown(1, "3.00"), shown(2, "3.00")]]])("refuses %j", (pieces) => {
    expect(() => word2vecSeconds(pieces)).toThrowErrorMatchingInlineSnapshot(
      `[Error: word2vec showed its progress fewer than two times; is the corpus too small, or another program?]`,
    );
  });
});
