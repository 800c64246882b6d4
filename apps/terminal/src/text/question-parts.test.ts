import { expect, test } from "vitest";
import { questionParts } from "./question-parts.js";

test("questionParts(words) read as a question, whatever stands for a word", () => {
  expect(questionParts(["king", "man", "queen"]).join("")).toBe("king : man = queen : ?");
  expect(questionParts([{ id: 1 }, { id: 2 }, { id: 3 }])[4]).toEqual({ id: 3 });
});
