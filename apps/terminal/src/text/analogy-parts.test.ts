import { expect, test } from "vitest";
import { analogyParts } from "./analogy-parts.js";

test("analogyParts(words) read as a question, whatever stands for a word", () => {
  expect(analogyParts(["king", "man", "queen"]).join("")).toBe("king : man = queen : ?");
  expect(analogyParts([{ id: 1 }, { id: 2 }, { id: 3 }])[4]).toEqual({ id: 3 });
});
