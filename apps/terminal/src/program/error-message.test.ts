import { expect, test } from "vitest";
import { errorMessage } from "./error-message.js";

test("errorMessage(error) is its text, but for the name of a function at its front", () => {
  expect(errorMessage(new Error("writeVectors: cannot write a.bin: it is a folder"))).toBe(
    "cannot write a.bin: it is a folder",
  );
  expect(errorMessage(new RangeError("the disk is full: 3 bytes"))).toBe("the disk is full: 3 bytes");
  expect(errorMessage("Train: no")).toBe("Train: no");
  expect(errorMessage(7)).toBe("7");
});
