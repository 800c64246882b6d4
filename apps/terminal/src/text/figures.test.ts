import { expect, test } from "vitest";
import { counted, fixed, percent, whole } from "./figures.js";

test("figures have commas, a noun in the right number, and a dash where there is none", () => {
  expect([0, 999, 1234, 1234567].map(whole)).toEqual(["0", "999", "1,234", "1,234,567"]);
  expect([0, 1, 2000].map((count) => counted(count, "file"))).toEqual(["0 files", "1 file", "2,000 files"]);
  expect([0, 0.16949, 1, null].map((share) => percent(share))).toEqual(["0.0 %", "16.9 %", "100.0 %", "–"]);
  expect([percent(0.5, 0), percent(0.12345, 2)]).toEqual(["50 %", "12.35 %"]);
  expect([fixed(-0.5, 4), fixed(null, 4)]).toEqual(["-0.5000", "–"]);
});
