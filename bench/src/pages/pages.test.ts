import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { pagePath, pages, updatedPage } from "./pages.ts";

describe("the pages of docs", () => {
  test.each(pages)("say what the saved results say: %s", async (page) => {
    const text = readFileSync(pagePath(page), "utf8");
    // If this fails, `pnpm bench pages` mends it.
    expect(await updatedPage(text)).toBe(text);
  });
});
