import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { refuseMissingFolder } from "./refuse-missing-folder.js";

describe("refuseMissingFolder(path)", () => {
  test("refuses a path in a folder that is not there, or is a file", async () => {
    await expect(refuseMissingFolder("missing/report.html")).rejects.toThrowErrorMatchingInlineSnapshot(
      `[Error: cannot write missing/report.html: there is no folder missing]`,
    );
    const file = import.meta.filename;
    await expect(refuseMissingFolder(join(file, "report.html"))).rejects.toThrow(`there is no folder ${file}`);
  });

  test("takes a name alone, and a folder that is there", async () => {
    await expect(refuseMissingFolder("report.html")).resolves.toBe(undefined);
    await expect(refuseMissingFolder(join(import.meta.dirname, "report.html"))).resolves.toBe(undefined);
  });
});
