import { describe, expect, test } from "vitest";
import changelog from "./changelog.js";

describe("a changelog", () => {
  test("has a line for a changeset, with the commit that brought it", () => {
    const commit = "8188aa6f0f4f9cf61b4b0ee94b8f41d1c2b7f1aa";
    expect(changelog.getReleaseLine({ summary: "Added `chain`.\n\nIt composes layers.\n", commit })).toBe(
      `- Added \`chain\`.\n\n  It composes layers. ([8188aa6](https://github.com/wordloom/wordloom/commit/${commit}))`,
    );
  });

  test("has the line alone before the changeset is committed", () => {
    expect(changelog.getReleaseLine({ summary: "Added `chain`." })).toBe("- Added `chain`.");
  });

  test("does not list the other packages, which all are updated", () => {
    expect(changelog.getDependencyReleaseLine()).toBe("");
  });
});
