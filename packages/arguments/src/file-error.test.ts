import { expect, test } from "vitest";
import { fileError } from "./file-error.js";

test("fileError(caller, source)(message) names the function, and the file if it is known", () => {
  expect(fileError("readVectors", "a.txt")("line 3 has no numbers").message).toBe(
    "readVectors: line 3 has no numbers (a.txt)",
  );
  expect(fileError("parseAnalogies", undefined)("it is empty").message).toBe("parseAnalogies: it is empty");
});
