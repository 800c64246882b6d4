import { describe, expect, test } from "vitest";
import { refuseMissingFolder } from "./refuse-missing-folder.js";

describe("refuseMissingFolder(path)", () => {
  test("refuses a path in a folder that is not there, or is a file", async () => {
    await expect(refuseMissingFolder("missing/report.html")).rejects.toThrowErrorMatchingInlineSnapshot(
      `[Error: cannot write missing/report.html: there is no folder missing]`,
    );
    await expect(refuseMissingFolder("package.json/report.html")).rejects.toThrow("there is no folder package.json");
  });

  test("takes a name alone, and a folder that is there", async () => {
    await refuseMissingFolder("report.html");
    await refuseMissingFolder("src/report.html");
  });
});
