import { describe, expect, test } from "vitest";
import { duration, epochLine, progressLine } from "./progress-line.js";

describe("progressLine(progress, epochs)", () => {
  test("tells epoch, share, loss, pace and the time left", () => {
    const progress = {
      epoch: 3,
      words: 2_500_000,
      totalWords: 10_000_000,
      loss: 1.98765,
      textWordsPerSecond: 100_000,
      secondsLeft: 75,
      threads: 2,
    };
    const line = "epoch 3/10 · 25 % · loss 1.988 · 100,000 words/s on 2 threads · 1:15 left";
    expect(progressLine(progress, 10, 80)).toBe(line);
    expect(progressLine(progress, 10, line.length + 1)).toBe(line);
    expect(progressLine(progress, 10, line.length)).toBe(
      "epoch 3/10 · 25 % · loss 1.988 · 100,000 words/s · 1:15 left",
    );
    expect(progressLine(progress, 10, 55)).toBe("epoch 3/10 · 25 % · loss 1.988 · 1:15 left");
    expect(progressLine(progress, 10, 40)).toBe("epoch 3/10 · 25 % · 1:15 left");
    expect(progressLine(progress, 10, 10)).toBe("epoch 3/10 · 25 %");
  });
});

describe("epochLine(record, epochs)", () => {
  const pace = { targetWordsPerSecond: 50_000, textWordsPerSecond: 81_203.7 };
  const record = { epoch: 3, words: 10, textWords: 20, loss: 2, ...pace, seconds: 34.4 };

  test("lines up with the last epoch", () => {
    expect(epochLine(record, 10)).toBe("epoch  3/10 · loss 2.000 · 81,204 words/s · 0:34");
  });

  test("has the validation loss where there is one", () => {
    expect(epochLine({ ...record, validationLoss: 2.1 }, 3)).toContain("epoch 3/3 · loss 2.000 · validation 2.100 · ");
  });
});

describe("duration(seconds)", () => {
  test("is minutes and seconds, with hours where there are any", () => {
    expect([0, 7.4, 59.6, 754, 3600, 3723].map(duration)).toEqual([
      "0:00",
      "0:07",
      "1:00",
      "12:34",
      "1:00:00",
      "1:02:03",
    ]);
  });
});
