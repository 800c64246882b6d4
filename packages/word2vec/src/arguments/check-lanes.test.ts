import { expect, test } from "vitest";
import { checkLanes } from "./check-lanes.js";

test("checkLanes(caller, V, settings) refuses more rows than a lane can number, and no fewer", () => {
  const settings = { laneWords: 32_768, window: 5, negativePool: 32_750, negatives: 5 };
  const failure = (V: number, changed: object) => () => checkLanes("train", V, { ...settings, ...changed });
  // 32,768 + 10 + 32,751 + 5 + 1 = 65,535.
  expect(failure(1e6, { negativePool: 32_751 })).not.toThrow();
  expect(failure(1e6, { negativePool: 32_752 })).toThrowErrorMatchingInlineSnapshot(
    `[RangeError: train: a lane of 32768 words, windows of 5 and a pool of 32752 for 5 negatives may need 65536 rows of 1000000; the most is 65535: lower laneWords, negativePool, window or negatives]`,
  );
  expect(failure(65_535, { negatives: 60_000 })).not.toThrow();
});
